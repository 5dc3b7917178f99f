import { Hint } from './Hint.tsx'
import { Label } from './Label.tsx'
import { type Attributes, type Common, type Content, cx, isEmpty, type Slot, slotOf } from './params.ts'

/** One radio button or checkbox. */
export type ChoiceItem = {
  value: string | number
  text: Content
  id?: string | undefined
  hint?: Slot
  checked?: boolean | undefined
  disabled?: boolean | undefined
  /** Shown once the item is chosen (and always without script). */
  conditional?: Content
  label?: Common | undefined
  attributes?: Attributes | undefined
}
/** A word between items, such as "or". */
export type Divider = { divider: string }

type Props = {
  block: 'govuk-radios' | 'govuk-checkboxes'
  item: ChoiceItem
  id: string
  name: string
  checked: boolean
  describedBy?: string | undefined
  behaviour?: string | undefined
}

export const Choice = ({ block, item, id, name, checked, describedBy, behaviour }: Props) => {
  const hasHint = !isEmpty(item.hint)
  const { text: hint, ...hintParams } = slotOf<Common>(item.hint)
  const conditionalId = `conditional-${id}`
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={block === 'govuk-radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          data-behaviour={behaviour}
          aria-describedby={cx(describedBy, hasHint && `${id}-item-hint`) || undefined}
          {...item.attributes}
        />
        <Label {...item.label} classes={cx(`${block}__label`, item.label?.classes)} for={id}>
          {item.text}
        </Label>
        {hasHint && (
          <Hint {...hintParams} id={`${id}-item-hint`} classes={cx(`${block}__hint`, hintParams.classes)}>
            {hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={cx(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
