import { describe, expect, it } from 'vitest'
import { Temporal } from '../../../kernel/clock.ts'
import { addressOf, readAddress, redirectProblem, slugProblem } from './address.ts'
import { difference } from './difference.ts'
import { type Act, isOverdue, liveVersion, move, reviewDue, STATUSES, type Status } from './domain.ts'
import { readMoment } from './schedule.ts'

const at = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)

describe('moving a version', () => {
  const allowed: Record<string, Status> = {
    'draft submit': 'review',
    'review return': 'draft',
    'review publish': 'published',
    'published withdraw': 'draft',
    'published archive': 'archived',
    'archived restore': 'published',
  }
  const acts: Act[] = ['submit', 'return', 'publish', 'withdraw', 'archive', 'restore']
  it.each(STATUSES.flatMap((status) => acts.map((act) => [status, act] as const)))(
    '%s, %s',
    (status, act) => {
      const result = move(status, act)
      const to = allowed[`${status} ${act}`]
      expect(result.ok ? result.value : undefined).toBe(to)
    },
  )
})

describe('what readers see', () => {
  const version = (number: number, publishAt: string | null, status: Status = 'published') => ({
    number,
    status,
    publishAt: publishAt === null ? null : at(publishAt),
  })
  const versions = [
    version(3, '2026-02-01T00:00:00Z'),
    version(2, '2026-01-01T00:00:00Z'),
    version(4, null, 'draft'),
  ]
  it.each([
    ['2025-12-31T23:59:59Z', undefined],
    ['2026-01-01T00:00:00Z', 2],
    ['2026-01-31T23:59:59Z', 2],
    ['2026-02-01T00:00:00Z', 3],
  ])('at %s is version %s', (now, number) => expect(liveVersion(versions, at(now))?.number).toBe(number))
})

describe('reviews', () => {
  it('fall due by the calendar, from the later of publication and check', () => {
    const page = { reviewMonths: 1, reviewedOn: null }
    expect(reviewDue(page, at('2026-01-31T12:00:00Z')).toString()).toBe('2026-02-28')
    expect(reviewDue({ ...page, reviewedOn: day('2026-03-05') }, at('2026-01-31T12:00:00Z')).toString()).toBe(
      '2026-04-05',
    )
    // half past midnight in London is still the day before in UTC
    expect(reviewDue({ reviewMonths: 12, reviewedOn: null }, at('2026-06-30T23:30:00Z')).toString()).toBe(
      '2027-07-01',
    )
  })
  it('are overdue from the day after', () => {
    expect(isOverdue(day('2026-02-28'), day('2026-02-28'))).toBe(false)
    expect(isOverdue(day('2026-02-28'), day('2026-03-01'))).toBe(true)
  })
})

describe('a time to publish', () => {
  const now = at('2027-01-01T00:00:00Z')
  const read = (d: string, time: string) => {
    const [year = '', month = '', dayOfMonth = ''] = d.split('-')
    return readMoment({ day: dayOfMonth, month, year, time }, now)
  }
  it.each([
    ['2027-01-15', '09:00', '2027-01-15T09:00:00Z'],
    ['2027-07-15', '9.30', '2027-07-15T08:30:00Z'],
    // 1:30 happens twice on this day: the first is meant
    ['2027-10-31', '01:30', '2027-10-31T00:30:00Z'],
  ])('%s at %s is %s', (d, time, instant) => {
    const result = read(d, time)
    expect(result.ok && result.value.toString()).toBe(instant)
  })
  it.each([
    ['2027-03-28', '01:30', 'time'],
    ['2027-02-30', '09:00', 'day'],
    ['2027-05-05', '25:00', 'time'],
    ['2026-05-05', '09:00', 'day'],
    ['2030-05-05', '09:00', 'year'],
    ['-x-1', '09:00', 'day'],
  ])('%s at %s is refused at the %s', (d, time, field) => {
    const result = read(d, time)
    expect(result.ok ? [] : Object.keys(result.error)).toEqual([field])
  })
})

describe('addresses', () => {
  it('go there and back', () => {
    expect(addressOf('', 'en')).toBe('/')
    expect(addressOf('', 'ar')).toBe('/ar')
    expect(addressOf('a-page', 'ar')).toBe('/ar/a-page')
    expect(readAddress('/ar/a-page')).toEqual({ slug: 'a-page', language: 'ar' })
    expect(readAddress('/ar')).toEqual({ slug: '', language: 'ar' })
    expect(readAddress('/')).toEqual({ slug: '', language: undefined })
    expect(readAddress('/a-page/more')).toBeUndefined()
    expect(readAddress('/a page')).toBeUndefined()
  })
  it.each(['ab', 'Über', 'a--b', '-a', 'a b', 'staff', 'x'.repeat(81), ''])('refuse %j', (slug) =>
    expect(slugProblem(slug)).toBeDefined(),
  )
  it.each(['/staff/old', '/concerns', 'old', '/old?x=1', '//evil.example', '/', '/a b'])(
    'lead nowhere from %j',
    (path) => expect(redirectProblem(path)).toBeDefined(),
  )
  it('may be old ones of any shape', () => expect(redirectProblem('/old/page.html')).toBeUndefined())
})

describe('a difference', () => {
  it('tells words apart, and long strangers line by line in good time', () => {
    expect(difference('one two', 'one three').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: 'three' },
    ])
    const stranger = (seed: number) =>
      Array.from({ length: 8000 }, (_, i) => `w${(i * seed) % 7919}`).join(' ')
    const began = performance.now()
    difference(stranger(31), stranger(37))
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
