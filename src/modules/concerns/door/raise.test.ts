import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { givenVault, setRecordKind, type TestVault } from '../../../../test/given-vault.ts'
import { formOf, submit, textOf } from '../../../../test/walk.ts'
import { ConcernContent } from '../content.ts'

let test: TestApp
let held: TestVault
beforeAll(async () => {
  test = await testApp()
  await setRecordKind(test)
  held = await givenVault(test)
})

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Walks from the first page to the check page, answering only what is given. */
async function walk(answers: Answers) {
  const visitor = test.visitor()
  let page = await visitor.get('/concerns/raise')
  for (let pages = 0; pages < 10; pages++) {
    const step = formOf(page.body).action.split('/').at(-1) ?? ''
    if (step === 'check') break
    page = await submit(visitor, page, answers[step])
    expect(page.statusCode).toBe(200)
  }
  return { visitor, check: page }
}

const concerns = () =>
  test.database.sql<{ id: string; body: Buffer; dangerNow: boolean; burst: boolean; acknowledge_by: string }>(
    `select id, body, danger_now as "dangerNow", burst, acknowledge_by from concerns.concern order by received_at, id`,
  )
const latest = async () => {
  const { rows } = { rows: await concerns() }
  const last = rows.at(-1)
  if (!last) throw new Error('no concern')
  return {
    ...last,
    content: await held.vault.openJson(last.body, (content) => ConcernContent.parse(content)),
  }
}

describe('raising a concern', () => {
  it('sends only what worries somebody, and gives a receipt', async () => {
    const { visitor, check } = await walk({ worry: { worry: 'My neighbour has changed' } })
    const sent = await submit(visitor, check)
    expect(sent.statusCode).toBe(303)
    const receipt = await visitor.get(sent.headers.location as string)
    expect(receipt.statusCode).toBe(200)
    expect(receipt.body.match(/<li>[a-z-]+<\/li>/g)).toHaveLength(7)
    expect(textOf(receipt.body)).toMatch(/(\d{4} ){6}\d{4}/)
    expect(textOf(receipt.body)).toContain('by 5pm on Tuesday 24 November')
    expect(await latest()).toMatchObject({
      dangerNow: false,
      burst: false,
      content: { worry: 'My neighbour has changed' },
    })
  })

  it('keeps every answer', async () => {
    const before = (await concerns()).length
    const { visitor, check } = await walk({
      danger: { danger: 'not-sure' },
      worry: { worry: 'أخاف على ابني 🙂\r\n\r\nHe is 15.' },
      when: { happened: 'Since June' },
      person: { tie: 'other', tieOther: 'My lodger' },
      reply: {
        replyBy: 'telephone',
        telephone: '020 7946 0001',
        leaveMessage: 'no',
        safeTime: 'Mondays',
        email: 'a@b.c',
      },
      language: { language: 'العربية (Arabic)', interpreter: 'yes' },
    })
    for (const words of ['Since June', 'My lodger', '020 7946 0001', 'Mondays', 'He is 15.'])
      expect(textOf(check.body)).toContain(words)
    await submit(visitor, check)
    expect((await concerns()).length).toBe(before + 1)
    expect((await latest()).content).toEqual({
      worry: 'أخاف على ابني 🙂\n\nHe is 15.',
      when: 'Since June',
      relationship: 'My lodger',
      reply: { by: 'telephone', telephone: '020 7946 0001', leaveMessage: 'no', time: 'Mondays' },
      language: 'العربية (Arabic)',
      interpreter: 'yes',
    })
  })

  it('asks again for a blank worry, and loses nothing else', async () => {
    const visitor = test.visitor()
    const first = await visitor.get('/concerns/raise')
    const worry = await submit(visitor, first, { danger: 'no' })
    const blank = await submit(visitor, worry, { worry: ' \r\n ' })
    expect(blank.statusCode).toBe(422)
    expect(textOf(blank.body)).toContain('Tell us what worries you')
    let page = await submit(visitor, blank, { worry: 'Something' })
    while (!formOf(page.body).action.endsWith('/check')) page = await submit(visitor, page)
    expect(textOf(page.body)).toMatch(/Is anyone in danger now\? No /)
    expect(textOf(page.body)).toContain('Something')
  })

  it('refuses to send without a worry when pages are skipped by hand', async () => {
    const visitor = test.visitor()
    const first = formOf((await visitor.get('/concerns/raise')).body)
    const before = (await concerns()).length
    const reply = await visitor.post('/concerns/raise/check', first.fields)
    expect([reply.statusCode, (await concerns()).length]).toEqual([422, before])
  })

  it('counts characters, not bytes, and says how many are too many', async () => {
    const visitor = test.visitor()
    const worry = await submit(visitor, await visitor.get('/concerns/raise'))
    expect((await submit(visitor, worry, { worry: '🙂'.repeat(10_000) })).statusCode).toBe(200)
    const long = await submit(visitor, worry, { worry: 'é'.repeat(10_003) })
    expect(long.statusCode).toBe(422)
    expect(textOf(long.body)).toContain('You have used 3 characters too many. The most is 10,000')
    expect(long.body).toContain('é'.repeat(10_003))
  })

  it('makes one concern of the same page posted twice, at the same moment too, with the same receipt', async () => {
    const before = (await concerns()).length
    const { visitor, check } = await walk({ worry: { worry: 'Twice' } })
    const replies = await Promise.all([
      submit(visitor, check),
      submit(visitor, check),
      submit(visitor, check),
    ])
    replies.push(await submit(visitor, check))
    const receipts = await Promise.all(
      replies.map(
        async ({ headers }) =>
          (await visitor.get(headers.location as string)).body.match(/(\d{4} ){6}\d{4}/)?.[0],
      ),
    )
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303])
    expect(new Set(receipts).size).toBe(1)
    expect((await concerns()).length).toBe(before + 1)
  })

  it('keeps both versions when answers are changed after sending', async () => {
    const { visitor, check } = await walk({ worry: { worry: 'First words' } })
    await submit(visitor, check)
    const { id } = await latest()
    const change = await submit(visitor, check, { go: 'change:worry' })
    const again = await submit(visitor, change, { worry: 'Better words' })
    expect((await submit(visitor, again)).statusCode).toBe(303)
    expect((await submit(visitor, again)).statusCode).toBe(303)
    expect((await latest()).id).toBe(id)
    expect((await latest()).content.worry).toBe('First words')
    const messages = await test.database.sql<{ body: Buffer }>(
      'select body from concerns.message where concern_id = $1',
      [id],
    )
    expect(messages).toHaveLength(1)
    for (const { body } of messages) expect(await held.vault.open(body)).toContain('Better words')
  })

  it('never mixes two tabs', async () => {
    const before = (await concerns()).length
    const [one, two] = await Promise.all([
      walk({ worry: { worry: 'Tab one' } }),
      walk({ worry: { worry: 'Tab two' } }),
    ])
    expect(one.check.body).not.toContain('Tab two')
    await submit(one.visitor, two.check)
    await submit(two.visitor, one.check)
    const rows = (await concerns()).slice(before)
    const texts = await Promise.all(
      rows.map(({ body }) => held.vault.openJson(body, (c) => ConcernContent.parse(c).worry)),
    )
    expect(texts.sort()).toEqual(['Tab one', 'Tab two'])
  })

  it('leads from danger now to 999, and still lets somebody send', async () => {
    const visitor = test.visitor()
    const danger = await submit(visitor, await visitor.get('/concerns/raise'), { danger: 'yes' })
    expect(danger.body).toContain('href="tel:999"')
    expect(textOf(danger.body)).toContain('Call 999 now')
    const { visitor: again, check } = await walk({
      danger: { danger: 'yes' },
      worry: { worry: 'He has left with a knife' },
    })
    expect((await submit(again, check)).statusCode).toBe(303)
    expect((await latest()).dangerNow).toBe(true)
  })

  it('goes back with what was typed, valid or not', async () => {
    const visitor = test.visitor()
    const worry = await submit(visitor, await visitor.get('/concerns/raise'), { danger: 'no' })
    const back = await submit(visitor, worry, { worry: 'Half a sent', go: 'back' })
    expect(textOf(back.body)).toContain('Is anyone in danger now?')
    expect((await submit(visitor, back)).body).toContain('Half a sent')
  })

  it('says so in plain words when a page was open too long, and keeps what was just typed', async () => {
    const visitor = test.visitor()
    const worry = await submit(visitor, await visitor.get('/concerns/raise'))
    const { action } = formOf(worry.body)
    const lost = await visitor.post(action, { sealed: 'forged', worry: 'Still here' })
    expect(lost.statusCode).toBe(400)
    expect(textOf(lost.body)).toContain('open too long')
    expect((await submit(visitor, lost)).body).toContain('Still here')
  })

  it.each([
    [{ replyBy: 'telephone' }, 'Enter a telephone number'],
    [{ replyBy: 'email', email: 'nobody' }, 'Enter an email address'],
    [{ replyBy: 'letter' }, 'Enter an address'],
  ])('asks for what a chosen reply needs: %o', async (typed, message) => {
    const visitor = test.visitor()
    const first = formOf((await visitor.get('/concerns/raise')).body)
    const reply = await visitor.post('/concerns/raise/reply', { ...first.fields, ...typed })
    expect([reply.statusCode, textOf(reply.body).includes(message)]).toEqual([422, true])
  })

  it('marks a burst and refuses none of it', async () => {
    const before = (await concerns()).length
    test.clock.set('2027-01-05T10:00:00Z')
    const sendOne = async () => {
      const { visitor, check } = await walk({ worry: { worry: 'Flood' } })
      return (await submit(visitor, check)).statusCode
    }
    const codes: number[] = []
    for (let n = 0; n < 22; n++) codes.push(await sendOne())
    test.clock.set('2027-01-05T10:11:00Z')
    codes.push(await sendOne())
    expect(new Set(codes)).toEqual(new Set([303]))
    expect((await concerns()).slice(before).map(({ burst }) => burst)).toEqual([
      ...Array(20).fill(false),
      true,
      true,
      false,
    ])
    test.clock.set('2026-11-23T10:00:00Z')
  })
})
