import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'
import { hiddenOf, raised } from '../../../../test/desk.ts'
import { openVault, unlock } from '../../../../test/desk-vault.ts'
import { setRecordKind } from '../../../../test/given-vault.ts'
import { newId } from '../../../kernel/ids.ts'

let app: TestApp
let officer: Colleague
let path: string
let once: Record<string, string>
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer } = await openVault(app))
  ;({ path } = await raised(app))
  once = hiddenOf((await officer.get(`${path}/note`)).body)
})

const DESK = '/staff/concerns'
const ACTS = [
  'assign',
  'acknowledge',
  'note',
  'reply',
  'told',
  'decide',
  'check',
  'close',
  'reopen',
  'withdraw',
]
const ODD: Record<string, string | string[]>[] = [
  {},
  { version: '99999999999', once: 'x', person: 'x', note: '\0', reply: ' ', told: 'x', reason: '\u0000' },
  { version: '1e400', once: ['a', 'b'], routes: ['police', 'x'], reason: ['a', 'b'], agrees: 'maybe' },
  { version: '-1', once: '', person: newId(), routes: 'none', note: '🏳️‍🌈'.repeat(4000), reply: '\ud800' },
  { constructor: 'x', version: '2147483647', reason: 'x' },
]

describe('whatever a client sends', () => {
  it.each(ACTS)('to %s never ends in a fault', async (act) => {
    for (const fields of ODD) {
      for (const target of [`${path}/${act}`, `${DESK}/${newId()}/${act}`, `${DESK}/not-an-id/${act}`]) {
        const bare = await officer.post(target, fields)
        const sealed = await officer.post(target, {
          ...fields,
          once: once.once ?? '',
        })
        for (const reply of [bare, sealed]) expect([target, reply.statusCode < 500]).toEqual([target, true])
      }
    }
  })

  it.each([
    'new',
    'search',
    'vault/review',
    'vault/rotate',
    'vault/change',
    `vault/access/${newId()}`,
    'vault/access/x',
  ])('to %s neither', async (page) => {
    await unlock(officer)
    for (const fields of [
      ...ODD,
      { words: '%_\\', purpose: 'rights', after: 'x' },
      { words: 'ab', purpose: 'rights', after: newId() },
    ]) {
      const reply = await officer.post(`${DESK}/${page}`, fields)
      expect([page, reply.statusCode < 500]).toEqual([page, true])
    }
    const empty = await app.app.inject({
      method: 'POST',
      url: `${DESK}/${page}`,
      headers: { cookie: [...officer.cookies].map(([k, v]) => `${k}=${v}`).join('; '), host: 'localhost' },
    })
    expect(empty.statusCode).toBeLessThan(500)
  })

  it('to the addresses neither', async () => {
    const dpo = await app.as('data-protection-officer')
    for (const query of [
      `after=r_%2B275760-09-13T00:00:00Z_${newId()}`,
      `after=i_-271821-04-20T00:00:00Z_${newId()}`,
      'show=%00',
      'done=x',
    ])
      expect((await officer.get(`${DESK}?${query}`)).statusCode).toBe(200)
    for (const query of [
      'from=%2B275760-01-01',
      'to=-271821-04-20',
      'ref=%00',
      'action=%00x',
      'before=9007199254740993',
      'person=%00',
    ])
      expect([query, (await dpo.get(`${DESK}/log?${query}`)).statusCode]).toEqual([query, 200])
    for (const odd of ['not-an-id', '%00', newId().toUpperCase(), `${newId()}/receipt?receipt=x`])
      expect([odd, (await officer.get(`${DESK}/${odd}`)).statusCode]).toEqual([odd, 404])
  })

  it('lead after unlocking only to a page of the desk', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/staff/people',
      '/staff/concerns/../people',
      '/staff/concerns\\@x',
      '/staff/concernsx',
    ])
      expect([
        next,
        (
          await officer.post(`${DESK}/vault/open`, { passphrase: 'grey otter seven lanterns', next })
        ).headers.location?.split('?')[0],
      ]).toEqual([next, DESK])
  })
})
