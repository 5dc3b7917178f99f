import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { givenVault, setRecordKind, type TestVault } from '../../../../test/given-vault.ts'
import { formOf, submit, textOf } from '../../../../test/walk.ts'
import { newId } from '../../../kernel/ids.ts'
import { formatDigits, formatWords, newReceipt, type Receipt } from '../crypto/receipt.ts'
import { send } from './send.ts'

let test: TestApp
let held: TestVault
beforeAll(async () => {
  test = await testApp()
  await setRecordKind(test)
  held = await givenVault(test)
})

const given = async (worry = 'Something is wrong'): Promise<Receipt> => {
  const receipt = newReceipt()
  const parcel = {
    id: newId(),
    fingerprint: Buffer.from(worry),
    content: { worry },
    dangerNow: false,
    receipt,
  }
  expect(await send(test.authority, parcel, test.clock.now())).toBe('sent')
  return receipt
}
const open = (typed: string) => test.visitor().post('/concerns/receipt', { receipt: typed })
const concernId = async () =>
  (await test.database.sql('select id from concerns.concern order by id desc limit 1'))[0]?.id

/** As the officers' pages do it: sealed to the vault, the recovery key and the receipt. */
async function reply(text: string): Promise<void> {
  const [row] = await test.database.sql(
    'select id, receipt_recipient from concerns.concern order by id desc limit 1',
  )
  const body = await held.vault.seal(text, { alsoTo: [row?.receipt_recipient] })
  await test.database.sql(
    `insert into concerns.message (id, concern_id, direction, body, sent_by, sent_at)
     values ($1, $2, 'to-resident', $3, $4, $5)`,
    [newId(), row?.id, body, held.officerId, test.clock.now().toString()],
  )
}

describe('coming back with a receipt', () => {
  it('opens with words or with digits, however they are typed', async () => {
    const receipt = await given()
    const pages = await Promise.all([
      open(formatWords(receipt)),
      open(formatDigits(receipt)),
      open(` ${formatWords(receipt).toUpperCase().replaceAll(' ', ',  ')}.`),
      open(formatDigits(receipt).replaceAll(' ', '')),
    ])
    for (const page of pages) {
      expect(page.statusCode).toBe(200)
      expect(textOf(page.body)).toContain('We have received it')
      expect(textOf(page.body)).toContain('by 5pm on Tuesday 24 November')
    }
  })

  it('tells how far it has come, and never what was decided or first written', async () => {
    const receipt = await given('A secret worry')
    const id = await concernId()
    const state = async () => textOf((await open(formatWords(receipt))).body)
    await test.database.sql('update concerns.concern set acknowledged_at = now() where id = $1', [id])
    expect(await state()).toContain('An officer is looking at it')
    await test.database.sql(`update concerns.concern set status = 'decided' where id = $1`, [id])
    expect(await state()).toContain('An officer is looking at it')
    await reply('Thank you. Can you tell us more?\nYou can ring us too.')
    const page = await state()
    expect(page).toContain('We have replied')
    expect(page).toContain('Can you tell us more?')
    expect(page).not.toMatch(/secret worry|decided|police|signpost/i)
    await test.database.sql(`update concerns.concern set status = 'closed' where id = $1`, [id])
    expect(await state()).toContain('We have finished')
  })

  it('answers wrong, unknown and expired receipts with the same bytes', async () => {
    const expired = await given()
    await test.database.sql(`update concerns.concern set receipt_until = $1 where id = $2`, [
      test.clock.now().toString(),
      await concernId(),
    ])
    const replies = await Promise.all(
      [
        '',
        'no such words',
        '1234',
        formatWords(newReceipt()),
        formatDigits(newReceipt()),
        formatWords(expired),
        'x'.repeat(5000),
      ].map(open),
    )
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([422]))
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1)
    expect(new Set(replies.map(({ headers: { date: _, ...rest } }) => JSON.stringify(rest))).size).toBe(1)
  })

  it('puts no receipt in an address or a page that follows', async () => {
    const receipt = await given()
    const page = await open(formatWords(receipt))
    expect(page.body).not.toContain(formatWords(receipt))
    expect(page.body).not.toContain(formatDigits(receipt))
    expect(page.headers.location).toBeUndefined()
  })

  it('shows a message that cannot be opened as such, beside those that can', async () => {
    const receipt = await given()
    await reply('A good one')
    const damaged = Buffer.concat([Buffer.from('age-encryption.org/v1\n'), Buffer.alloc(300)])
    await test.database.sql(
      `insert into concerns.message (id, concern_id, direction, body, sent_by, sent_at) values ($1, $2, 'to-resident', $3, $4, now())`,
      [newId(), await concernId(), damaged, held.officerId],
    )
    const page = textOf((await open(formatWords(receipt))).body)
    expect(page).toContain('A good one')
    expect(page).toContain('We cannot show this message')
  })
})

describe('a further message', () => {
  const messages = () =>
    test.database.sql<{ body: Buffer }>(
      'select body from concerns.message where concern_id = (select id from concerns.concern order by id desc limit 1) order by sent_at, id',
    )

  it('is taken once, however often it is posted, and shows to whoever holds the receipt', async () => {
    const page = await open(formatWords(await given()))
    const visitor = test.visitor()
    const sent = await submit(visitor, page, { message: 'He came home.\r\nHe is quiet.' })
    expect([sent.statusCode, textOf(sent.body).includes('We have your message')]).toEqual([200, true])
    expect(textOf(sent.body)).toContain('He is quiet.')
    await Promise.all([
      submit(visitor, page, { message: 'He came home.\r\nHe is quiet.' }),
      submit(visitor, page, { message: 'He came home.\r\nHe is quiet.' }),
    ])
    const rows = await messages()
    expect(rows).toHaveLength(1)
    for (const { body } of rows) expect(await held.vault.open(body)).toBe('He came home.\nHe is quiet.')
    // another message from the page that followed, and an edited one from the page before: both are kept
    await submit(visitor, sent, { message: 'One more' })
    await submit(visitor, page, { message: 'He came home late.' })
    expect(await messages()).toHaveLength(3)
  })

  it('is asked for again when it is blank or too long, with its text', async () => {
    const page = await open(formatWords(await given()))
    const blank = await submit(test.visitor(), page, { message: '  ' })
    expect([blank.statusCode, textOf(blank.body).includes('Write your message')]).toEqual([422, true])
    const long = await submit(test.visitor(), page, { message: 'a'.repeat(10_001) })
    expect([long.statusCode, long.body.includes('a'.repeat(10_001))]).toEqual([422, true])
    expect(textOf(long.body)).toContain('1 character too many')
    expect(await messages()).toHaveLength(0)
  })

  it('is kept when the page was open too long, and the receipt is asked for again', async () => {
    const receipt = await given()
    const page = await open(formatWords(receipt))
    test.clock.advance({ minutes: 31 })
    const late = await submit(test.visitor(), page, { message: 'Nearly lost' })
    expect([late.statusCode, textOf(late.body).includes('was not sent')]).toEqual([400, true])
    const again = await submit(test.visitor(), late, { receipt: formatDigits(receipt) })
    expect(again.body).toContain('Nearly lost')
    expect(await messages()).toHaveLength(0)
    expect((await submit(test.visitor(), again, { message: 'Nearly lost' })).statusCode).toBe(200)
    expect(await messages()).toHaveLength(1)
  })

  it('can be sent while the door is closed to new concerns', async () => {
    const receipt = await given()
    await test.database.sql(
      `update kith.record_kind set legal_basis = null, version = version + 1 where kind = 'concerns'`,
    )
    const page = await open(formatWords(receipt))
    expect((await submit(test.visitor(), page, { message: 'Still here' })).statusCode).toBe(200)
    expect(await messages()).toHaveLength(1)
    await setRecordKind(test)
  })
})

describe('the page that gives the receipt', () => {
  const sent = async () => {
    const visitor = test.visitor()
    let page = await visitor.get('/concerns/raise')
    while (!formOf(page.body).action.endsWith('/check')) page = await submit(visitor, page, { worry: 'x' })
    const reply = await submit(visitor, page)
    return String(reply.headers.location)
  }

  it('closes after half an hour', async () => {
    const address = await sent()
    test.clock.advance({ minutes: 29 })
    expect((await test.visitor().get(address)).statusCode).toBe(200)
    test.clock.advance({ minutes: 2 })
    const closed = await test.visitor().get(address)
    expect(closed.statusCode).toBe(410)
    expect(closed.body).not.toMatch(/(\d{4} ){6}\d{4}/)
    expect((await test.visitor().get('/concerns/sent?r=forged')).statusCode).toBe(410)
    expect((await test.visitor().get('/concerns/sent')).statusCode).toBe(410)
  })

  it('helps to check what was written down', async () => {
    const page = await test.visitor().get(await sent())
    const digits = textOf(page.body).match(/(\d{4} ){6}\d{4}/)?.[0] ?? ''
    const right = await submit(test.visitor(), page, { receipt: digits.replaceAll(' ', '-') })
    expect([right.statusCode, textOf(right.body).includes('That is right')]).toEqual([200, true])
    const wrong = await submit(test.visitor(), page, { receipt: formatDigits(newReceipt()) })
    expect([wrong.statusCode, textOf(wrong.body).includes('not the same as your receipt')]).toEqual([
      422,
      true,
    ])
    expect(wrong.body).toContain(digits)
  })
})
