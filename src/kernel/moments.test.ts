import { expect, it } from 'vitest'
import { Temporal } from './clock.ts'
import {
  dateWords,
  dayWords,
  iso,
  momentWords,
  shortMomentWords,
  timeWords,
  weekdayWords,
} from './moments.ts'

const at = (text: string) => Temporal.Instant.from(text)

it.each([
  ['2026-11-24T17:00:00Z', '5pm'],
  ['2026-11-24T16:05:00Z', '4:05pm'],
  ['2026-11-24T00:00:00Z', '12am'],
  ['2026-11-24T12:00:00Z', '12pm'],
  ['2026-11-24T00:30:00Z', '12:30am'],
  // summer time
  ['2026-06-30T08:00:00Z', '9am'],
])('says the time of %s as %s', (moment, words) => {
  expect(timeWords(at(moment))).toBe(words)
})

it('says days as the council has them, and not as the machine', () => {
  const night = at('2026-06-30T23:30:00Z')
  expect(dateWords(night)).toBe('1 July 2026')
  expect(weekdayWords(night)).toBe('Wednesday 1 July')
  expect(momentWords(night)).toBe('1 July 2026 at 12:30am')
  expect(shortMomentWords(night)).toBe('1 Jul 2026, 12:30am')
  expect(dayWords(Temporal.PlainDate.from('2019-01-24'))).toBe('24 January 2019')
  expect(iso(night)).toBe('2026-06-30T23:30:00Z')
})
