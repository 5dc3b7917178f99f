import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ageCommand } from '../../../../test/age-cli.ts'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { givenVault, setRecordKind, type TestVault } from '../../../../test/given-vault.ts'
import { formOf, submit, textOf } from '../../../../test/walk.ts'

const TEXT = 'Zebrafinch on Larkspur Terrace'
const MESSAGE = 'Quokka at the tramstop'

let test: TestApp
let held: TestVault
let receipt: { words: string[]; digits: string }
const age = ageCommand()
afterAll(() => age.remove())
beforeAll(async () => {
  test = await testApp()
  await setRecordKind(test)
  held = await givenVault(test)
  const visitor = test.visitor()
  let page = await visitor.get('/concerns/raise')
  while (!formOf(page.body).action.endsWith('/check'))
    page = await submit(visitor, page, { worry: TEXT, telephone: '020 7946 0123', replyBy: 'telephone' })
  const shown = await visitor.get(String((await submit(visitor, page)).headers.location))
  receipt = {
    words: [...shown.body.matchAll(/<li>([a-z-]+)<\/li>/g)].map(([, word = '']) => word),
    digits: textOf(shown.body).match(/(\d{4} ){6}\d{4}/)?.[0] ?? '',
  }
  const opened = await visitor.post('/concerns/receipt', { receipt: receipt.digits })
  await submit(visitor, opened, { message: MESSAGE })
})

/** Every value of every row of every table, as text; what is bytes also as the text that the bytes would be. */
async function dump(): Promise<string> {
  const columns = await test.database.sql<{ table: string; column: string; type: string }>(
    `select format('%I.%I', table_schema, table_name) as table, format('%I', column_name) as column, data_type as type
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const parts = await Promise.all(
    columns.map(async ({ table, column, type }) => {
      const value =
        type === 'bytea'
          ? `encode(${column}, 'escape') || ' ' || encode(${column}, 'hex')`
          : `${column}::text`
      const rows = await test.database.sql<{ value: string | null }>(`select ${value} as value from ${table}`)
      return rows.map((row) => row.value ?? '').join('\n')
    }),
  )
  return parts.join('\n')
}

const hex = (text: string) => Buffer.from(text).toString('hex')

describe('a copy of the database', () => {
  it('holds neither what was written nor the receipt', async () => {
    const all = (await dump()).toLowerCase()
    expect(all).toContain('age-encryption.org/v1')
    expect(all.length).toBeGreaterThan(3000)
    const spellings = [
      TEXT,
      MESSAGE,
      '020 7946 0123',
      receipt.words.join(' '),
      receipt.words.join(''),
      receipt.words.join('-'),
      receipt.digits,
      receipt.digits.replaceAll(' ', ''),
      receipt.digits.replaceAll(' ', '-'),
    ]
    expect(receipt.words).toHaveLength(7)
    for (const secret of spellings) {
      expect(secret.length).toBeGreaterThan(10)
      expect(all).not.toContain(secret.toLowerCase())
      expect(all).not.toContain(hex(secret))
      expect(all).not.toContain(Buffer.from(secret).toString('base64').toLowerCase())
    }
  })

  it('is opened by the age command with the council’s recovery key', async () => {
    const [concern] = await test.database.sql<{ body: Buffer }>('select body from concerns.concern')
    const [message] = await test.database.sql<{ body: Buffer }>('select body from concerns.message')
    if (!concern || !message) throw new Error('nothing was stored')
    expect(age.decrypt(held.recovery.identity, concern.body)).toContain(TEXT)
    expect(age.decrypt(held.recovery.identity, message.body)).toContain(MESSAGE)
    expect(() => age.decrypt(age.newIdentity(), concern.body)).toThrow()
  })
})
