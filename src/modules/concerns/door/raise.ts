import {
  type Answers,
  type Complete,
  defineJourney,
  type JourneyPage,
} from '../../../platform/journey/index.ts'
import { formatDigits, newReceipt } from '../crypto/receipt.ts'
import { DangerForm, LanguageForm, NothingForm, PersonForm, ReplyForm, WhenForm, WorryForm } from './forms.ts'

/**
 * Telling us what worries you: one thing a page, nothing stored until it is sent. The receipt is drawn when the
 * journey starts and travels inside the seal, so that the same page sent twice gives the same receipt.
 */
export const RAISE = defineJourney({
  name: 'concern',
  base: '/concerns/raise',
  // long enough for a page left open overnight
  ttl: { minutes: 24 * 60 },
  steps: {
    danger: DangerForm,
    'call-999': NothingForm,
    worry: WorryForm,
    when: WhenForm,
    person: PersonForm,
    reply: ReplyForm,
    language: LanguageForm,
  },
  when: { 'call-999': ({ danger }) => danger === 'yes' },
  fixed: () => ({ receipt: formatDigits(newReceipt()) }),
})

type RaiseSteps = typeof RAISE.steps
export type RaisePage = JourneyPage<RaiseSteps>
export type RaiseAnswers = Answers<RaiseSteps>
export type RaiseComplete = Complete<RaiseSteps, 'call-999'>
