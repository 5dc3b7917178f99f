import type { ConcernContent } from '../content.ts'
import { TIE_WORDS } from './labels.ts'
import type { RaiseComplete } from './raise.ts'

/** What is sealed, from what was answered. Details of a way to reply that was not chosen are left out. */
export function contentOf(answers: RaiseComplete): ConcernContent {
  const { worry, happened, language, interpreter } = answers
  return {
    worry,
    when: happened,
    relationship:
      answers.tie === 'other' ? (answers.tieOther ?? TIE_WORDS.other) : answers.tie && TIE_WORDS[answers.tie],
    reply: replyOf(answers),
    language,
    interpreter,
  }
}

function replyOf(answers: RaiseComplete): ConcernContent['reply'] {
  const { replyBy, safeTime, telephone, leaveMessage, email, address } = answers
  if (!replyBy) return undefined
  const details = {
    receipt: {},
    telephone: { telephone, leaveMessage, time: safeTime },
    email: { email, time: safeTime },
    letter: { address, time: safeTime },
  }
  return { by: replyBy, ...details[replyBy] }
}

/** The same as one text, for a concern that was changed after it had been sent: it then arrives as a message. */
export function changedText(content: ConcernContent): string {
  const { reply } = content
  const lines: [string, string | undefined][] = [
    ['What worries you', content.worry],
    ['When', content.when],
    ['How you know the person', content.relationship],
    ['Reply by', reply?.by],
    ['Telephone', reply?.telephone],
    ['Safe to leave a message', reply?.leaveMessage],
    ['Email', reply?.email],
    ['Address', reply?.address],
    ['Safe time', reply?.time],
    ['Language', content.language],
    ['Interpreter', content.interpreter],
  ]
  const told = lines.flatMap(([label, text]) => (text === undefined ? [] : [`${label}: ${text}`]))
  return ['Answers changed after they were sent. They now say:', ...told].join('\n\n')
}
