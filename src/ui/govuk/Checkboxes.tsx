import { Choice, type ChoiceItem, type Divider } from './Choice.tsx'
import { FieldsetGroup, type GroupedQuestion } from './FieldsetGroup.tsx'
import { describedBy } from './FormGroup.tsx'
import { type Common, cx } from './params.ts'

export type Checkbox = ChoiceItem & {
  name?: string | undefined
  /** 'exclusive' unticks the others. */
  behaviour?: 'exclusive' | undefined
}
export type CheckboxItem = Checkbox | Divider | false | null | undefined
export type CheckboxesProps = Common &
  GroupedQuestion & {
    name: string
    /** Ids start with this: the first item's id is the prefix itself, so that an error can link to it. */
    idPrefix?: string | undefined
    items: readonly CheckboxItem[]
    values?: readonly string[] | undefined
  }

export const Checkboxes = ({ name, items, values, classes, attributes, ...question }: CheckboxesProps) => {
  const idPrefix = question.idPrefix ?? name
  // Without a fieldset to carry the description, each box carries it.
  const description = question.fieldset ? undefined : describedBy(idPrefix, question)
  return (
    <FieldsetGroup {...question} id={idPrefix}>
      <div class={cx('govuk-checkboxes', classes)} {...attributes} data-module="govuk-checkboxes">
        {question.formGroup?.beforeInput}
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>
          return (
            <Choice
              block="govuk-checkboxes"
              item={item}
              id={item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)}
              name={item.name ?? name}
              checked={item.checked ?? values?.includes(String(item.value)) ?? false}
              behaviour={item.behaviour}
              describedBy={description}
            />
          )
        })}
        {question.formGroup?.afterInput}
      </div>
    </FieldsetGroup>
  )
}
