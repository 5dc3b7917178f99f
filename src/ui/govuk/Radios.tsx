import { Choice, type ChoiceItem, type Divider } from './Choice.tsx'
import { FieldsetGroup, type GroupedQuestion } from './FieldsetGroup.tsx'
import { type Common, cx } from './params.ts'

export type RadioItem = ChoiceItem | Divider | false | null | undefined
export type RadiosProps = Common &
  GroupedQuestion & {
    name: string
    /** Ids start with this: the first item's id is the prefix itself, so that an error can link to it. */
    idPrefix?: string | undefined
    items: readonly RadioItem[]
    value?: string | undefined
  }

export const Radios = ({ name, items, value, classes, attributes, ...question }: RadiosProps) => {
  const idPrefix = question.idPrefix ?? name
  return (
    <FieldsetGroup {...question} id={idPrefix}>
      <div class={cx('govuk-radios', classes)} {...attributes} data-module="govuk-radios">
        {question.formGroup?.beforeInput}
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
          const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)
          const checked = item.checked ?? (Boolean(value) && String(item.value) === value)
          return <Choice block="govuk-radios" item={item} id={id} name={name} checked={checked} />
        })}
        {question.formGroup?.afterInput}
      </div>
    </FieldsetGroup>
  )
}
