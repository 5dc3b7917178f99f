import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { givenVault, setRecordKind } from '../../../../test/given-vault.ts'
import { formOf } from '../../../../test/walk.ts'

let test: TestApp
let sealed: string
beforeAll(async () => {
  test = await testApp()
  await setRecordKind(test)
  await givenVault(test)
  sealed = formOf((await test.visitor().get('/concerns/raise')).body).fields.sealed ?? ''
})

const PATHS = [
  ...['danger', 'call-999', 'worry', 'when', 'person', 'reply', 'language', 'check', 'nowhere'].map(
    (step) => `/concerns/raise/${step}`,
  ),
  '/concerns/sent',
  '/concerns/receipt',
  '/concerns/receipt/message',
]
const NAMES = [
  'sealed',
  'go',
  'danger',
  'worry',
  'tie',
  'replyBy',
  'telephone',
  'receipt',
  'message',
  'r',
  '__proto__',
]

describe('whatever a client sends', () => {
  it('is answered in plain words, never with a fault, and never stored without its being sent', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'yes',
        'telephone',
        'back',
        'change:worry',
        'change:constructor',
        '\0',
        '9'.repeat(2000),
      ),
      fc.constant('').map(() => sealed),
    )
    const value = fc.oneof(text, fc.array(text, { maxLength: 3 }))
    const body = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 6 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PATHS), body, fc.boolean(), async (path, fields, asJson) => {
        const reply = await test.app.inject({
          method: 'POST',
          url: path,
          headers: {
            'sec-fetch-site': 'same-origin',
            'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded',
          },
          payload: asJson ? JSON.stringify(fields) : encoded(fields),
        })
        expect([200, 303, 400, 404, 410, 415, 422]).toContain(reply.statusCode)
        expect(reply.headers['set-cookie']).toBeUndefined()
      }),
      { numRuns: 400 },
    )
    expect(await test.database.sql('select 1 from concerns.concern')).toEqual([])
  })
})

function encoded(fields: Readonly<Record<string, string | string[]>>): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  return body.toString()
}
