import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { Temporal } from '../../../kernel/clock.ts'
import { KNOWN_WAITS, laneText, STRANGER, STRANGER_WAITS, waitInWords } from './domain.ts'
import { nextPath } from './next-path.ts'
import { takeGuess } from './store.ts'
import { turns } from './turns.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})

describe('the counter of guesses', () => {
  it('lets through what the rule says, whenever guesses come', async () => {
    let lane = 0
    const gaps = fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(gaps, async (seconds) => {
        lane += 1
        const name = Buffer.alloc(32, `lane ${lane}.`)
        let now = Temporal.Instant.from('2026-11-23T10:00:00Z')
        let [tries, opens] = [0, now.epochMilliseconds]
        for (const gap of seconds) {
          now = now.add({ seconds: gap })
          const refused = await test.doors.staff.as({ kind: 'public' }, (tx) =>
            takeGuess(tx, name, STRANGER_WAITS, now),
          )
          expect(refused === undefined).toBe(now.epochMilliseconds >= opens)
          if (refused) expect(refused.epochMilliseconds).toBe(opens)
          else {
            tries += 1
            opens =
              now.epochMilliseconds + 1000 * (STRANGER_WAITS[Math.min(tries, STRANGER_WAITS.length) - 1] ?? 0)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('lets a stranger try about a hundred times a day, and nobody for ever be shut out', () => {
    let [now, tries] = [0, 0]
    while (now <= 86_400) {
      tries += 1
      now += STRANGER_WAITS[Math.min(tries, STRANGER_WAITS.length) - 1] ?? 0
    }
    expect(tries).toBeLessThan(110)
    expect(Math.max(...STRANGER_WAITS, ...KNOWN_WAITS)).toBeLessThanOrEqual(900)
  })

  it('starts afresh after six hours of rest', async () => {
    const name = Buffer.alloc(32, 'resting')
    const at = (text: string) => Temporal.Instant.from(text)
    const take = (now: Temporal.Instant) =>
      test.doors.staff.as({ kind: 'public' }, (tx) => takeGuess(tx, name, STRANGER_WAITS, now))
    for (let i = 0; i < 5; i++) await take(at('2026-11-23T10:00:00Z'))
    expect(await take(at('2026-11-23T10:00:29Z'))).toBeDefined()
    for (let i = 0; i < 5; i++) expect(await take(at('2026-11-23T16:00:01Z'))).toBeUndefined()
  })
})

describe('lanes', () => {
  it('differ by account, by what is guessed and by who comes', () => {
    const device = { kind: 'device', hash: Buffer.alloc(32, 1) } as const
    const texts = [
      laneText('password', 'a@b', STRANGER),
      laneText('code', 'a@b', STRANGER),
      laneText('password', 'a@c', STRANGER),
      laneText('password', 'a@b', device),
      laneText('password', 'a@b', { ...device, kind: 'recovery' }),
      laneText('password', 'a@b', { kind: 'device', hash: Buffer.alloc(32, 2) }),
    ]
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('waiting', () => {
  it.each([
    [1, '1 second'],
    [30, '30 seconds'],
    [60, '1 minute'],
    [61, '2 minutes'],
    [900, '15 minutes'],
  ])('%i seconds is said as %s', (seconds, words) => {
    const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
    expect(waitInWords(now.add({ seconds }), now)).toBe(words)
  })
})

describe('where to go on', () => {
  it.each([
    ['/staff/people?q=a&done=x', '/staff/people?q=a'],
    ['/staff/concerns/01890000-0000-7000-8000-000000000000', '/staff/concerns'],
    ['/staff/%63oncerns/x', '/staff/concerns'],
    ['/staff/concerns?search=x', '/staff/concerns'],
    ['/staff/people/../concerns/x', '/staff/concerns'],
    ['/staffing', '/staff'],
    ['/', '/staff'],
    ['//evil.example/staff', '/staff'],
    ['/\t/evil.example', '/staff'],
    [undefined, '/staff'],
    [['/staff/people'], '/staff'],
    [`/staff/${'x'.repeat(600)}`, '/staff'],
  ])('%s leads to %s', (wanted, path) => expect(nextPath(wanted)).toBe(path))

  it('never leaves the staff pages, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webPath().map((path) => `/staff${path}`),
        ),
        (wanted) => {
          const url = new URL(nextPath(wanted), 'http://kith.invalid')
          expect(url.host).toBe('kith.invalid')
          expect(url.pathname).toMatch(/^\/staff(\/|$)/)
        },
      ),
    )
  })
})

describe('turns', () => {
  it('run two at once, queue some, refuse the rest, and go on after a fault', async () => {
    const turn = turns({ atOnce: 2, waiting: 1 })
    let [running, most] = [0, 0]
    const work = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((done) => setTimeout(done, 20))
      running -= 1
      throw new Error('fault')
    }
    const outcomes = await Promise.allSettled([turn(work), turn(work), turn(work), turn(work)])
    expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason.message : ''))).toEqual([
      'fault',
      'fault',
      'fault',
      'too busy',
    ])
    expect(most).toBe(2)
    await expect(turn(async () => 'again')).resolves.toBe('again')
  })
})
