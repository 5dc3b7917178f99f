import { SummaryList } from '../../../../ui/index.ts'
import { DANGER_WORDS, REPLY_WORDS, TIE_WORDS, YES_NO_WORDS } from '../labels.ts'
import type { RaiseAnswers } from '../raise.ts'
import { type Place, Question } from './Question.tsx'

type Props = { place: Place; answers: RaiseAnswers }

/** Everything once more, each with a way to change it. */
export const CheckPage = ({ place, answers }: Props) => (
  <Question place={place} title="Check your answers" button="Send">
    <SummaryList
      rows={rowsOf(answers).map(({ step, label, lines }) => ({
        key: label,
        value: <Answer lines={lines} step={step} label={label} />,
      }))}
    />
    <h2 class="govuk-heading-m">Now send it to us</h2>
    <p class="govuk-body">We lock it as soon as you send it. Then we give you a receipt.</p>
  </Question>
)

type Row = { step: string; label: string; lines: readonly (string | false | undefined)[] }

const rowsOf = (answers: RaiseAnswers): Row[] => [
  {
    step: 'danger',
    label: 'Is anyone in danger now?',
    lines: [answers.danger && DANGER_WORDS[answers.danger]],
  },
  { step: 'worry', label: 'What worries you', lines: (answers.worry ?? '').split('\n') },
  { step: 'when', label: 'When it happened', lines: (answers.happened ?? '').split('\n') },
  {
    step: 'person',
    label: 'How you know the person',
    lines: [answers.tie && TIE_WORDS[answers.tie], answers.tie === 'other' && answers.tieOther],
  },
  { step: 'reply', label: 'Safe way to reply', lines: replyLines(answers) },
  {
    step: 'language',
    label: 'Your language',
    lines: [answers.language, answers.interpreter && `Interpreter: ${YES_NO_WORDS[answers.interpreter]}`],
  },
]

function replyLines({
  replyBy,
  telephone,
  leaveMessage,
  email,
  address,
  safeTime,
}: RaiseAnswers): Row['lines'] {
  if (!replyBy) return []
  const details = {
    receipt: [],
    telephone: [telephone, leaveMessage && `Safe to leave a message: ${YES_NO_WORDS[leaveMessage]}`],
    email: [email],
    letter: address?.split('\n') ?? [],
  }
  return [REPLY_WORDS[replyBy], ...details[replyBy], replyBy !== 'receipt' && safeTime]
}

const Answer = ({ lines, step, label }: Row) => {
  const told = lines.filter((line) => line !== undefined && line !== false)
  return (
    <>
      {told.some(Boolean) ? (
        told.map((line) => (
          <p class="govuk-body govuk-!-margin-bottom-1" dir="auto">
            {line || '\u00a0'}
          </p>
        ))
      ) : (
        <p class="govuk-body govuk-!-margin-bottom-1">Not answered</p>
      )}
      <button class="kith-link-button" name="go" value={`change:${step}`} type="submit">
        Change<span class="govuk-visually-hidden">: {label}</span>
      </button>
    </>
  )
}
