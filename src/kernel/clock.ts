import { Temporal } from 'temporal-polyfill'

export { Temporal }
export type Instant = Temporal.Instant

/** Where time comes from, so that tests can set it. */
export type Clock = { now(): Instant }
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** Civil times are the council's, whatever zone the machine is in. */
export const ZONE = 'Europe/London'

/** The civil day on which an instant falls in Europe/London. */
export const civilDate = (at: Instant): Temporal.PlainDate => at.toZonedDateTimeISO(ZONE).toPlainDate()
