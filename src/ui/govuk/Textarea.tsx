import { describedBy, FormGroup, type LabelledQuestion } from './FormGroup.tsx'
import { type Common, cx, isEmpty } from './params.ts'

export type TextareaProps = Common &
  LabelledQuestion & {
    value?: string | undefined
    rows?: number | undefined
    spellcheck?: boolean | undefined
    disabled?: boolean | undefined
    autocomplete?: string | undefined
  }

export const Textarea = (props: TextareaProps) => {
  const id = props.id ?? props.name
  return (
    <FormGroup {...props}>
      {props.formGroup?.beforeInput}
      <textarea
        class={cx('govuk-textarea', !isEmpty(props.errorMessage) && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete as 'off' | undefined}
        {...props.attributes}
      >
        {leadingLineKept(props.value)}
      </textarea>
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}

/** HTML drops the first line break after `<textarea>`: one more keeps an answer that starts with one. */
const leadingLineKept = (value = '') => (/^\r?\n/.test(value) ? `\n${value}` : value)
