import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, Temporal, ZONE } from '../../kernel/clock.ts'
import { bankHolidays, isWorkingDay, nextWorkingDay, oneWorkingDayFrom } from './working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const by = (text: string) =>
  oneWorkingDayFrom(Temporal.Instant.from(text)).toZonedDateTimeISO(ZONE).toPlainDateTime().toString()

describe('bank holidays in England', () => {
  // https://www.gov.uk/bank-holidays, England and Wales
  it.each([
    [
      2022,
      '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27',
    ],
    [
      2023,
      '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26',
    ],
    [2024, '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26'],
    [2025, '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26'],
    [2026, '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'],
    [2027, '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28'],
  ])('are those that the government lists for %d', (year, days) => {
    const weekdays = [...bankHolidays(year)].filter((text) => day(text).dayOfWeek <= 5).sort()
    expect(weekdays.join(' ')).toBe(days)
  })

  it('keep no day of Scotland or Northern Ireland', () => {
    for (const text of ['2026-01-02', '2026-03-17', '2026-07-13', '2026-11-30'])
      expect(isWorkingDay(day(text))).toBe(true)
  })
})

describe('one working day', () => {
  it.each([
    ['on a Tuesday', '2026-11-24T10:00:00Z', '2026-11-25T17:00:00'],
    ['late on a Tuesday', '2026-11-24T23:30:00Z', '2026-11-25T17:00:00'],
    ['on a Friday evening', '2026-11-27T20:00:00Z', '2026-11-30T17:00:00'],
    ['on a Saturday', '2026-11-28T09:00:00Z', '2026-11-30T17:00:00'],
    ['on Maundy Thursday', '2026-04-02T12:00:00Z', '2026-04-07T17:00:00'],
    ['on Christmas Eve', '2026-12-24T12:00:00Z', '2026-12-29T17:00:00'],
    ['on New Year’s Eve', '2026-12-31T12:00:00Z', '2027-01-04T17:00:00'],
    // 23:30 UTC is half past midnight on Wednesday in summer
    ['after midnight in summer', '2026-06-09T23:30:00Z', '2026-06-11T17:00:00'],
    // the clocks go back on 25 October 2026
    ['across the hour that happens twice', '2026-10-23T12:00:00Z', '2026-10-26T17:00:00'],
  ])('from a concern sent %s', (_name, sent, due) => {
    expect(by(sent)).toBe(due)
  })

  it('is always later, ends at five on a working day, and skips no working day', () => {
    const instants = fc
      .integer({ min: Date.UTC(2019, 0, 1) / 1000, max: Date.UTC(2035, 11, 31) / 1000 })
      .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
    fc.assert(
      fc.property(instants, (at) => {
        const due = oneWorkingDayFrom(at)
        const local = due.toZonedDateTimeISO(ZONE)
        const start = civilDate(at)
        expect(Temporal.Instant.compare(due, at)).toBe(1)
        expect([local.hour, local.minute, isWorkingDay(local.toPlainDate())]).toEqual([17, 0, true])
        for (
          let between = start.add({ days: 1 });
          !between.equals(local.toPlainDate());
          between = between.add({ days: 1 })
        )
          expect(isWorkingDay(between)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('never makes an earlier day due after a later one', () => {
    const days = fc.integer({ min: 0, max: 6000 }).map((days) => day('2019-01-01').add({ days }))
    fc.assert(
      fc.property(days, (first) => {
        const second = first.add({ days: 1 })
        expect(Temporal.PlainDate.compare(nextWorkingDay(first), nextWorkingDay(second))).toBeLessThanOrEqual(
          0,
        )
      }),
      { numRuns: 500 },
    )
  })
})
