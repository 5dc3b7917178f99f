import { describedBy, FormGroup, type LabelledQuestion } from './FormGroup.tsx'
import { type Common, type Content, cx, isEmpty, type Slot, slotOf } from './params.ts'

export type InputProps = Common &
  LabelledQuestion & {
    type?: string | undefined
    value?: string | undefined
    inputmode?: string | undefined
    autocomplete?: string | undefined
    autocapitalize?: string | undefined
    pattern?: string | undefined
    spellcheck?: boolean | undefined
    disabled?: boolean | undefined
    prefix?: Slot
    suffix?: Slot
    inputWrapper?: Common | undefined
  }

export const Input = (props: InputProps) => {
  const { prefix, suffix, inputWrapper, formGroup } = props
  const wrapped = [prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput].some(
    (part) => !isEmpty(part),
  )
  const control = <InputElement {...props} />
  return (
    <FormGroup {...props}>
      {wrapped ? (
        <div class={cx('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {formGroup?.beforeInput}
          <Affix kind="prefix" affix={prefix} />
          {control}
          <Affix kind="suffix" affix={suffix} />
          {formGroup?.afterInput}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  )
}

const InputElement = (props: InputProps) => {
  const id = props.id ?? props.name
  return (
    <input
      class={cx('govuk-input', props.classes, !isEmpty(props.errorMessage) && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={(props.type || 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy(id, props)}
      autocomplete={props.autocomplete as 'off' | undefined}
      autocapitalize={props.autocapitalize as 'none' | undefined}
      pattern={props.pattern}
      inputmode={props.inputmode as 'numeric' | undefined}
      {...props.attributes}
    />
  )
}

const Affix = ({ kind, affix }: { kind: 'prefix' | 'suffix'; affix: Content }) => {
  const { text, classes, attributes } = slotOf<Common>(affix)
  if (isEmpty(text)) return null
  return (
    <div class={cx(`govuk-input__${kind}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  )
}
