import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { givenVault, setRecordKind, type TestVault } from '../../../../test/given-vault.ts'
import { ConcernContent } from '../content.ts'
import { newAgeKey } from '../crypto/age.ts'
import { receive } from '../index.ts'

let test: TestApp
let held: TestVault
beforeAll(async () => {
  test = await testApp()
})
const rows = () =>
  test.database.sql<{ body: Buffer; ref: string }>('select body, ref from concerns.concern order by id')

describe('moving words that turned out to be a concern', () => {
  it('is refused while nobody could read them, so that they are not erased where they stand', async () => {
    expect(await receive(test.authority, 'Lost?', test.clock.now())).toBe('closed')
    expect(await rows()).toHaveLength(0)
  })

  it('writes them into the vault once, without a receipt and with nothing that links them to where they stood', async () => {
    await setRecordKind(test)
    held = await givenVault(test)
    const id = randomUUID()
    expect(await receive(test.authority, 'My brother talks of leaving', test.clock.now(), id)).toBe('sent')
    expect(await receive(test.authority, 'My brother talks of leaving', test.clock.now(), id)).toBe('sent')
    const [concern, ...more] = await rows()
    if (!concern) throw new Error('nothing was stored')
    expect(more).toEqual([])
    expect(concern.ref).toMatch(/^([2-9BCDFGHJKMNPQRTVWXZ]{3}-){2}[2-9BCDFGHJKMNPQRTVWXZ]{3}$/)
    expect(await held.vault.openJson(concern.body, (content) => ConcernContent.parse(content))).toEqual({
      worry: 'My brother talks of leaving',
    })
    const [row] = await test.database.sql('select * from concerns.concern')
    expect(JSON.stringify(row)).not.toContain(id)
    expect([row?.receipt_hash, row?.receipt_recipient]).toEqual([null, null])
  })

  it('seals to the keys of now, also when the vault was renewed a moment ago', async () => {
    const renewed = await givenVault(test, 2)
    expect(await receive(test.authority, 'He says it will be soon', test.clock.now())).toBe('sent')
    const [last] = await test.database.sql<{ body: Buffer; generation: number }>(
      'select body, generation from concerns.concern order by id desc limit 1',
    )
    expect(last?.generation).toBe(2)
    const read = (content: unknown) => ConcernContent.parse(content)
    const body = last?.body ?? Buffer.alloc(0)
    expect(await renewed.vault.openJson(body, read)).toEqual({ worry: 'He says it will be soon' })
    await expect(held.vault.openJson(body, read)).rejects.toThrow()
  })

  it('takes nothing sealed to a key that Kith did not put there, however lately it knew the right one', async () => {
    const before = await rows()
    await test.database.sql('update concerns.vault_generation set recipient = $1 where generation = 2', [
      newAgeKey().recipient,
    ])
    expect(await receive(test.authority, 'To whom?', test.clock.now())).toBe('closed')
    expect(await receive(test.authority, 'To whom?', test.clock.now())).toBe('closed')
    expect(await rows()).toEqual(before)
  })
})
