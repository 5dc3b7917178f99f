/** Journeys: questions, one thing a page, whose answers travel sealed with the form. See ADR 0002. */
export {
  type Answers,
  CHECK,
  type Complete,
  defineJourney,
  type Journey,
  SEALED,
  type StepName,
  type Steps,
} from './define.ts'
export type { CheckPage, JourneyPage, StepPage } from './page.ts'
export { continueJourney, type Post, type Send, type Shown, startJourney } from './walk.ts'
