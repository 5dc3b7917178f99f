import { ErrorMessage, type ErrorMessageParams } from './ErrorMessage.tsx'
import { Hint } from './Hint.tsx'
import { Label, type LabelParams } from './Label.tsx'
import { type Attributes, type Common, type Content, cx, isEmpty, type Slot, slotOf } from './params.ts'

export type FormGroupParams = Common & { beforeInput?: Content; afterInput?: Content }

/** What the question around a control takes. */
export type Question = {
  hint?: Slot
  errorMessage?: Slot<ErrorMessageParams>
  /** Ids of further elements that describe the control. */
  describedBy?: string | undefined
  formGroup?: FormGroupParams | undefined
}
export type LabelledQuestion = Question & { label?: Slot<LabelParams>; id?: string | undefined; name: string }

/** The value of aria-describedby: what was passed, then the hint, then the error. */
export const describedBy = (id: string, { describedBy, hint, errorMessage }: Question): string | undefined =>
  cx(describedBy, !isEmpty(hint) && `${id}-hint`, !isEmpty(errorMessage) && `${id}-error`) || undefined

/** A question's hint and error message, with the ids that `describedBy` names. */
export const HintAndError = ({ id, hint, errorMessage }: Question & { id: string }) => {
  const { text: hintText, ...hintParams } = slotOf<Common>(hint)
  const { text: errorText, ...errorParams } = slotOf<ErrorMessageParams>(errorMessage)
  return (
    <>
      {!isEmpty(hint) && (
        <Hint {...hintParams} id={`${id}-hint`}>
          {hintText}
        </Hint>
      )}
      {!isEmpty(errorMessage) && (
        <ErrorMessage {...errorParams} id={`${id}-error`}>
          {errorText}
        </ErrorMessage>
      )}
    </>
  )
}

type GroupProps = {
  hasError: boolean
  classes?: string | undefined
  attributes?: Attributes | undefined
  children?: Content
}

export const Group = ({ hasError, classes, attributes, children }: GroupProps) => (
  <div class={cx('govuk-form-group', hasError && 'govuk-form-group--error', classes)} {...attributes}>
    {children}
  </div>
)

/** A control with its label, hint and error message. */
export const FormGroup = ({ children, label, ...question }: LabelledQuestion & { children?: Content }) => {
  const id = question.id ?? question.name
  const { text, ...labelParams } = slotOf<LabelParams>(label)
  return (
    <Group {...question.formGroup} hasError={!isEmpty(question.errorMessage)}>
      <Label {...labelParams} for={id}>
        {text}
      </Label>
      <HintAndError {...question} id={id} />
      {children}
    </Group>
  )
}
