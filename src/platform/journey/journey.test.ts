import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { Temporal } from '../../kernel/clock.ts'
import { NotFound } from '../../kernel/errors.ts'
import { createSealer, MAX_TOKEN } from '../seal.ts'
import { CHECK, continueJourney, defineJourney, type JourneyPage, startJourney } from './index.ts'

const now = Temporal.Instant.from('2026-03-01T12:00:00Z')
const sealer = createSealer(randomBytes(32))
let started = 0
const journey = defineJourney({
  name: 'worry',
  base: '/worries/raise',
  ttl: { minutes: 60 },
  fixed: () => ({ receipt: `r${started++}` }),
  steps: {
    danger: z.object({ danger: z.enum(['yes', 'no']).optional() }),
    'call-999': z.object({}),
    worry: z.object({
      worry: z
        .string('Enter what worries you')
        .trim()
        .min(1, 'Enter what worries you')
        .max(10_000, 'Too long'),
    }),
    when: z.object({ when: z.string().default('') }),
    reply: z.object({ ways: z.array(z.enum(['post', 'phone'])), language: z.string().default('') }),
  },
  when: { 'call-999': (answers) => answers.danger === 'yes' },
})
type Page = JourneyPage<typeof journey.steps>

const start = () => startJourney(journey, sealer, now)
function post(page: Page, body: Record<string, unknown> = {}, at = now) {
  const step = page.action.slice(journey.base.length + 1)
  return continueJourney(journey, sealer, { step, body: { sealed: page.sealed.value, ...body } }, at)
}
function go(page: Page, body: Record<string, unknown> = {}, at = now) {
  const outcome = post(page, body, at)
  if (outcome.kind !== 'page') throw new Error('it was sent')
  return { ...outcome.page, status: outcome.status }
}
function sent(page: Page) {
  const outcome = post(page)
  if (outcome.kind !== 'send') throw new Error(`it was not sent, but led to ${outcome.page.step}`)
  return outcome
}
const stepsTo = (bodies: readonly Record<string, unknown>[]) =>
  bodies.reduce<Page>((page, body) => go(page, body), start())
const toCheck = (worry = 'My neighbour has changed') => stepsTo([{}, { worry }, {}, {}])
const typedOf = (page: Page, field: string) =>
  page.step === CHECK ? undefined : (page.form.fields as Record<string, { value: string }>)[field]?.value

describe('walking a journey', () => {
  it('asks one thing a page, in order, and sends what was answered', () => {
    const pages = [start()]
    for (const body of [
      { danger: 'yes' },
      {},
      { worry: ' x ' },
      { when: 'May' },
      { ways: ['post', 'phone'] },
    ]) {
      pages.push(go(pages.at(-1) ?? start(), body))
    }
    expect(pages.map((page) => page.step)).toEqual(['danger', 'call-999', 'worry', 'when', 'reply', 'check'])
    const { answers, fixed, id } = sent(pages.at(-1) ?? start())
    expect(answers).toEqual({ danger: 'yes', worry: 'x', when: 'May', ways: ['post', 'phone'], language: '' })
    expect(fixed.receipt).toMatch(/^r\d+$/)
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expectTypeOf(answers.worry).toEqualTypeOf<string>()
  })

  it('asks some steps of some people only', () => {
    expect(stepsTo([{ danger: 'no' }]).step).toBe('worry')
    expect(stepsTo([{ danger: 'yes' }]).step).toBe('call-999')
  })

  it('draws a page again with its errors and all that was typed, and keeps the other answers', () => {
    const worry = stepsTo([{ danger: 'no' }])
    const again = go(worry, { worry: 'x'.repeat(10_001) })
    expect(again).toMatchObject({ status: 422, step: 'worry', answers: { danger: 'no' } })
    expect(typedOf(again, 'worry')).toHaveLength(10_001)
    expect(go(worry, { worry: '  ' })).toMatchObject({
      form: { errors: [{ name: 'worry', message: 'Enter what worries you' }] },
    })
    expect(go(again, { worry: 'short' }).step).toBe('when')
  })

  it('leads whoever skips a step that is needed to that step, and back to check after it', () => {
    const skipped = go({ ...start(), action: `${journey.base}/reply` }, { language: 'Arabic' })
    expect(skipped).toMatchObject({ status: 422, step: 'worry' })
    const check = go(skipped, { worry: 'x' })
    expect(go(check, {})).toMatchObject({ step: CHECK, answers: { worry: 'x', language: 'Arabic' } })
    expect(go({ ...start(), action: `${journey.base}/check` })).toMatchObject({ status: 422, step: 'worry' })
  })

  it.each(['nothing', '__proto__', 'constructor', ''])('has no step %j', (step) => {
    expect(() => continueJourney(journey, sealer, { step, body: {} }, now)).toThrow(NotFound)
  })
})

describe('going back', () => {
  it('keeps what is typed on the page, finished or not', () => {
    const when = stepsTo([{ danger: 'no' }, { worry: 'first' }])
    const worry = go(when, { when: 'half a', go: 'back' })
    expect([worry.step, typedOf(worry, 'worry'), worry.status]).toEqual(['worry', 'first', 200])
    const again = go(worry, { worry: 'second' })
    expect([again.step, typedOf(again, 'when')]).toEqual(['when', 'half a'])
    expect(go(go(when, { go: 'back' }), { worry: ' ', go: 'back' }).step).toBe('danger')
  })

  it('ends at the first page, which says so', () => {
    expect(start().canGoBack).toBe(false)
    expect(stepsTo([{}]).canGoBack).toBe(true)
    expect(go(start(), { danger: 'yes', go: 'back' })).toMatchObject({
      step: 'danger',
      answers: { danger: 'yes' },
    })
  })

  it('leads from check to the last step, and from a change to check', () => {
    const check = toCheck()
    expect(go(check, { go: 'back' }).step).toBe('reply')
    expect(go(go(check, { go: 'change:worry' }), { worry: '', go: 'back' }).step).toBe(CHECK)
  })

  it('shows an earlier page again when the browser itself goes back and sends again', () => {
    const worry = stepsTo([{ danger: 'no' }])
    const [once, twice] = [go(worry, { worry: 'x' }), go(worry, { worry: 'y' })]
    expect([once.step, twice.step]).toEqual(['when', 'when'])
    expect([once.answers.worry, twice.answers.worry]).toEqual(['x', 'y'])
  })
})

describe('check your answers', () => {
  it('changes one answer and comes back', () => {
    const worry = go(toCheck('x'), { go: 'change:worry' })
    expect(worry).toMatchObject({ step: 'worry', changing: true, status: 200 })
    expect(go(worry, { worry: 'y' })).toMatchObject({ step: CHECK, answers: { worry: 'y' } })
  })

  it('asks what a change has opened, then comes back', () => {
    const danger = go(toCheck(), { go: 'change:danger' })
    const urgent = go(danger, { danger: 'yes' })
    expect(urgent.step).toBe('call-999')
    const check = go(urgent)
    expect(check).toMatchObject({ step: CHECK, shown: ['danger', 'call-999', 'worry', 'when', 'reply'] })
    expect(go(go(check, { go: 'change:danger' }), { danger: 'no' })).toMatchObject({
      shown: ['danger', 'worry', 'when', 'reply'],
    })
  })

  it('walks step by step again once a change is done', () => {
    const check = go(go(toCheck('x'), { go: 'change:worry' }), { worry: 'y' })
    const reply = go(check, { go: 'back' })
    expect(reply).toMatchObject({ step: 'reply', changing: false })
    expect(go(reply, { go: 'back' }).step).toBe('when')
  })

  it('shows itself for a change of what is not there', () => {
    for (const wanted of ['change:call-999', 'change:', 'change:__proto__', 'nonsense']) {
      expect(go(toCheck(), { go: wanted }).step).toBe(CHECK)
    }
  })
})

describe('sending', () => {
  it('twice is known as one, by identifier and fingerprint', () => {
    const check = toCheck()
    expect(sent(check)).toEqual(sent(check))
    expect(sent(go(go(check, { go: 'back' })))).toEqual(sent(check))
  })

  it('again after a change is known as the same journey with other answers', () => {
    const check = toCheck('x')
    const other = go(go(check, { go: 'change:worry' }), { worry: 'y' })
    expect(sent(other).id).toBe(sent(check).id)
    expect(sent(other).fixed).toEqual(sent(check).fixed)
    expect(sent(other).fingerprint).not.toEqual(sent(check).fingerprint)
  })

  it('has a fingerprint that tells nothing of the answers', () => {
    expect(sent(toCheck('x')).fingerprint).not.toEqual(sent(toCheck('x')).fingerprint)
  })

  it('never mixes two tabs', () => {
    const [one, two] = [stepsTo([{}, { worry: 'one' }]), stepsTo([{}, { worry: 'two' }])]
    const [checkTwo, checkOne] = [go(go(two)), go(go(one))]
    expect([sent(checkOne).answers.worry, sent(checkTwo).answers.worry]).toEqual(['one', 'two'])
    expect(sent(checkOne).id).not.toBe(sent(checkTwo).id)
  })
})

describe('a form whose seal does not open', () => {
  const page = { step: 'danger', lost: true, answers: {} }
  const lost = { status: 400, ...page }

  it('starts again after its time, which each page counts anew, keeping what was typed on the last page', () => {
    const worry = go(start(), { danger: 'yes' }, now.add({ minutes: 59 }))
    const late = { ...worry, action: `${journey.base}/worry` }
    const again = go(late, { worry: 'a long text' }, now.add({ minutes: 119 }))
    expect(again).toMatchObject({ ...lost, answers: { worry: 'a long text' } })
    expect(typedOf(go(again), 'worry')).toBe('a long text')
    expect(go(late, {}, now.add({ minutes: 118 })).lost).toBe(false)
  })

  it.each([undefined, '', 'x', [['a', 'b']], { a: 1 }, 7])('starts again when the seal is %j', (sealed) => {
    expect(go(toCheck(), { sealed })).toMatchObject(lost)
    expect(go(toCheck(), { sealed, go: 'back' })).toMatchObject(lost)
  })

  it.each([undefined, null, 'text', 7])('starts again when the body is %j', (body) => {
    expect(continueJourney(journey, sealer, { step: 'danger', body }, now)).toMatchObject({
      status: 400,
      page,
    })
  })

  it('starts again with another journey’s seal', () => {
    const other = startJourney({ ...journey, name: 'other' }, sealer, now)
    expect(go(start(), { sealed: other.sealed.value })).toMatchObject(lost)
  })
})

describe('whatever a client sends', () => {
  const fields = ['danger', 'worry', 'when', 'ways', 'language', 'go', 'sealed', '__proto__', 'toString']
  const values = fc.oneof(
    fc.constantFrom('yes', 'no', 'back', 'change:worry', 'change:reply', 'post', ''),
    fc.string({ unit: 'binary' }),
    fc.array(fc.string()),
    fc.jsonValue(),
  )
  const odd = [
    { danger: { toString: {} } },
    { worry: [{ toString: null }] },
    { danger: [[['yes']]] },
    { go: {} },
  ]
  const bodies = fc.dictionary(fc.constantFrom(...fields), values)

  it('is answered with a page or sent whole, never an exception', () => {
    fc.assert(
      fc.property(fc.array(bodies, { maxLength: 12 }), (walk) => {
        let page: Page = start()
        for (const body of walk) {
          const outcome = post(page, body)
          if (outcome.kind === 'send') expect(outcome.answers.worry.trim()).not.toBe('')
          else page = outcome.page
        }
      }),
    )
  })

  it.each(odd)('is no exception, though it is no text: %j', (body) => {
    for (const page of [start(), toCheck()]) expect(post(page, body)).toBeDefined()
    expect(go(start(), { ...body, sealed: 'lost' }).lost).toBe(true)
  })

  it('carries the longest answers, and refuses what no form could carry', () => {
    expect(sent(toCheck('🙂'.repeat(5_000))).answers.worry).toHaveLength(10_000)
    const when = stepsTo([{}, { worry: 'x' }])
    const tooLong = go(when, { when: 'x'.repeat(MAX_TOKEN) })
    expect(tooLong).toMatchObject({ status: 422, step: 'when', form: { errors: [{ name: '' }] } })
    expect(go(when, { when: 'x'.repeat(MAX_TOKEN), go: 'back' }).step).toBe('worry')
    expect(
      go({ ...when, sealed: { ...when.sealed, value: '' } }, { when: 'x'.repeat(MAX_TOKEN) }),
    ).toMatchObject({ lost: true })
  })
})

describe('a definition that could not work', () => {
  const base = { name: 'x', base: '/x', ttl: { minutes: 1 } }
  it.each([
    ['no step', {}],
    ['a step called check', { check: z.object({}) }],
    ['a step called 1', { '1': z.object({}) }],
    ['two steps with one question', { a: z.object({ q: z.string() }), b: z.object({ q: z.string() }) }],
    ['a question called go', { a: z.object({ go: z.string() }) }],
    ['a question called sealed', { a: z.object({ sealed: z.string() }) }],
  ])('is refused: %s', (_, steps) => {
    expect(() => defineJourney({ ...base, steps: steps as Record<string, z.ZodObject> })).toThrow()
  })
})
