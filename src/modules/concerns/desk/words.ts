import { civilDate, type Instant } from '../../../kernel/clock.ts'

/** "1 day", "3 days". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** Whole civil days from one instant to a later one, in Europe/London. */
export const daysBetween = (from: Instant, to: Instant): number =>
  civilDate(from).until(civilDate(to), { largestUnit: 'day' }).days
