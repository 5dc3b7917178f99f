import { Fieldset, type FieldsetParams } from './Fieldset.tsx'
import { describedBy, Group, HintAndError, type Question } from './FormGroup.tsx'
import { type Content, isEmpty } from './params.ts'

export type GroupedQuestion = Question & { fieldset?: FieldsetParams | undefined }

type Props = GroupedQuestion & { id: string; role?: string | undefined; children?: Content }

/** Several controls under one legend, with their hint and error message. */
export const FieldsetGroup = ({ id, role, fieldset, children, ...question }: Props) => {
  const inner = (
    <>
      <HintAndError {...question} id={id} />
      {children}
    </>
  )
  const description = describedBy(id, { ...question, describedBy: fieldset?.describedBy })
  return (
    <Group {...question.formGroup} hasError={!isEmpty(question.errorMessage)}>
      {fieldset ? (
        <Fieldset {...fieldset} role={role} describedBy={description}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </Group>
  )
}
