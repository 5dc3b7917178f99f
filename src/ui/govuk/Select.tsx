import { describedBy, FormGroup, type LabelledQuestion } from './FormGroup.tsx'
import { type Attributes, type Common, cx, isEmpty } from './params.ts'

export type SelectItem = {
  text: string
  value?: string | number | boolean | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}
export type SelectProps = Common &
  LabelledQuestion & {
    items: readonly (SelectItem | false | null | undefined)[]
    value?: string | number | undefined
    disabled?: boolean | undefined
  }

export const Select = (props: SelectProps) => {
  const id = props.id ?? props.name
  return (
    <FormGroup {...props}>
      {props.formGroup?.beforeInput}
      <select
        class={cx('govuk-select', props.classes, !isEmpty(props.errorMessage) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...props.attributes}
      >
        {props.items.map((item) => item && <SelectOption item={item} chosen={props.value} />)}
      </select>
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}

const SelectOption = ({ item, chosen }: { item: SelectItem; chosen: SelectProps['value'] }) => (
  <option
    value={item.value === undefined ? undefined : String(item.value)}
    selected={item.selected ?? (Boolean(chosen) && String(item.value ?? item.text) === String(chosen))}
    disabled={item.disabled}
    {...item.attributes}
  >
    {item.text}
  </option>
)
