import type { Form } from '../../../../../kernel/form.ts'
import { Button, InsetText, PostForm, RadiosField, TextareaField } from '../../../../../ui/index.ts'
import type { HandoverShown } from '../../concern/domain.ts'
import type { ConcernFile } from '../../concern/read.ts'
import { WhatTheyWrote } from '../../concern/views/WhatTheyWrote.tsx'
import { concernPath } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import { isOpen } from '../domain.ts'
import { Decisions } from './Decisions.tsx'
import { NoContactYet, NothingDelays } from './NoContactYet.tsx'

export type CheckFields = Form<{ handover: string; version: number; agrees: 'yes' | 'no'; note: string }>
type Props = {
  file: ConcernFile
  handover: HandoverShown
  /** Why this officer may not check it. */
  whyNot: string | undefined
  form: CheckFields
}

/** The second officer's look at a hand-over to the police. */
export const CheckPage = ({ file, handover, whyNot, form }: Props) => {
  const { concern } = file
  return (
    <DeskPage
      title={`Check the hand-over of concern ${concern.ref}`}
      back={concernPath(concern.id)}
      form={form}
      open
    >
      <NothingDelays />
      <NoContactYet told={concern.told} />
      <h2 class="govuk-heading-m">What was decided</h2>
      <Decisions decisions={file.decisions} handovers={file.handovers} />
      <WhatTheyWrote file={file} />
      <CheckForm handover={handover} whyNot={whyNot} form={form} />
    </DeskPage>
  )
}

const CheckForm = ({ handover, whyNot, form }: Omit<Props, 'file'>) => {
  if (whyNot)
    return (
      <InsetText>
        {whyNot}. Two people look at each hand-over, so that no one person sends one alone.
      </InsetText>
    )
  if (!isOpen(handover)) return <InsetText>This hand-over waits for nobody now.</InsetText>
  return (
    <PostForm>
      <input type="hidden" name="handover" value={handover.id} />
      <input type="hidden" name="version" value={handover.version} />
      <RadiosField
        field={form.fields.agrees}
        legend="Do you agree that this goes to the police?"
        items={{
          yes: handover.urgent ? 'Yes, it was right to send it' : 'Yes, confirm the hand-over',
          no: handover.urgent ? 'No, it should not have been sent' : 'No, refuse the hand-over',
        }}
      />
      <TextareaField field={form.fields.note} label="Why?" />
      <Button preventDoubleClick>Save check</Button>
    </PostForm>
  )
}
