import { z } from 'zod'
import { isId, type PersonId } from '../../../../kernel/ids.ts'
import { TOLD } from '../decision/domain.ts'
import { once, text, version } from '../fields.ts'

export const WORDS_MAX = 10_000
export const REASON_MAX = 2_000

export const AssignForm = z.object({ version, person: z.custom<PersonId>(isId, 'Select an officer') })
export const NoteForm = z.object({ once, note: text('Write a note', WORDS_MAX, 'Note') })
export const ReplyForm = z.object({ once, reply: text('Write a reply', WORDS_MAX, 'Reply') })
export const ToldForm = z.object({
  version,
  once,
  told: z.enum(TOLD, 'Select whether the person or a parent has been told'),
  reason: text('Enter why', REASON_MAX, 'Reason'),
})
const reason = text('Enter a reason', REASON_MAX, 'Reason')
export const WithdrawForm = z.object({ version, reason })
export const CloseForm = z.object({ version, once, reason })
