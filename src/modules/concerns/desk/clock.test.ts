import { describe, expect, it } from 'vitest'
import { Temporal } from '../../../kernel/clock.ts'
import { oneWorkingDayFrom } from '../working-days.ts'
import { clockWords, workingMinutes } from './clock.ts'

const at = (text: string) => Temporal.Instant.from(text)
const words = (received: string, now: string) => {
  const acknowledgeBy = oneWorkingDayFrom(at(received))
  return clockWords({ status: 'received', acknowledgeBy, acknowledgedAt: null, checkBy: null }, at(now))[0]
    ?.text
}

describe('the words of a clock', () => {
  it.each([
    [
      '2026-11-23T10:00:00Z',
      '2026-11-23T10:00:00Z',
      'Acknowledge by 5pm on Tuesday 24 November, 15 working hours left',
    ],
    [
      '2026-11-23T10:00:00Z',
      '2026-11-24T15:00:00Z',
      'Acknowledge by 5pm on Tuesday 24 November, 2 working hours left',
    ],
    [
      '2026-11-23T10:00:00Z',
      '2026-11-24T16:30:00Z',
      'Acknowledge by 5pm on Tuesday 24 November, less than a working hour left',
    ],
    ['2026-11-23T10:00:00Z', '2026-11-24T18:00:00Z', 'Acknowledge: overdue by less than a day'],
    ['2026-11-23T10:00:00Z', '2026-11-27T09:00:00Z', 'Acknowledge: overdue by 3 days'],
    // Christmas Day and, in place of Boxing Day on Saturday, Monday 28 December
    [
      '2026-12-24T10:00:00Z',
      '2026-12-25T10:00:00Z',
      'Acknowledge by 5pm on Tuesday 29 December, 8 working hours left',
    ],
  ])('received %s, seen %s: %s', (received, now, text) => {
    expect(words(received, now)).toBe(text)
  })

  it('counts no minute at night, at weekends or on bank holidays', () => {
    expect(workingMinutes(at('2026-11-27T17:00:00Z'), at('2026-11-30T09:00:00Z'))).toBe(0)
    expect(workingMinutes(at('2026-11-27T16:00:00Z'), at('2026-11-30T10:00:00Z'))).toBe(120)
    // a summer hour is an hour earlier in UTC
    expect(workingMinutes(at('2026-07-01T08:00:00Z'), at('2026-07-01T16:00:00Z'))).toBe(480)
  })
})
