import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import { newAgeKey } from '../../src/modules/concerns/crypto/age.ts'
import { proofsOf } from '../../src/modules/concerns/crypto/proof.ts'
import { formatDigits, newReceipt } from '../../src/modules/concerns/crypto/receipt.ts'
import { newVaultGeneration } from '../../src/modules/concerns/crypto/vault.ts'
import { findRecipients } from '../../src/modules/concerns/desk/vault/store.ts'
import { send } from '../../src/modules/concerns/door/send.ts'
import { openDatabase } from '../../src/platform/db/index.ts'
import { type Colleague, type TestApp, testApp } from '../app.ts'
import { raised } from '../desk.ts'
import { givePassphrase, openVault, unlock } from '../desk-vault.ts'
import { setRecordKind } from '../given-vault.ts'
import { submit, textOf } from '../walk.ts'

// Whoever can write in the database, and holds no key of the server, cannot have anything sealed to a key of theirs.

let app: TestApp
let officer: Colleague
let colleague: Colleague
beforeEach(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer, colleague } = await openVault(app))
})

const mine = newAgeKey()

/** What somebody with the superuser's rights does to the newest generation. */
const SWAPS: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'its key',
    () => app.database.sql('update concerns.vault_generation set recipient = $1', [mine.recipient]),
  ],
  [
    'the recovery key',
    () => app.database.sql('update concerns.vault_generation set recovery = $1', [mine.recipient]),
  ],
  [
    'its number',
    () =>
      app.database.sql(
        'insert into concerns.vault_generation select 2, $1, recovery, proof, created_by, created_at from concerns.vault_generation',
        [mine.recipient],
      ),
  ],
  ['a whole generation, with grants', addGeneration],
]

async function addGeneration() {
  const { recipients, grants } = await newVaultGeneration(2, [mine.recipient], mine.recipient)
  await app.database.sql(
    `insert into concerns.vault_generation (generation, recipient, recovery, proof, created_at)
     values (2, $1, $2, sha256('x'), now())`,
    [recipients.vault, recipients.recovery],
  )
  for (const { wrapped } of grants)
    await app.database.sql(
      `insert into concerns.vault_grant (id, generation, recipient, person_id, wrapped, granted_at)
       select $1, 2, recipient, person_id, $2, now() from concerns.officer_key limit 1`,
      [newId(), wrapped],
    )
}

describe.each(SWAPS)('a vault of which somebody changed %s', (_what, swap) => {
  it('takes no concern and no message, and loses neither', async () => {
    const concern = await raised(app)
    const visitor = app.visitor()
    const conversation = await visitor.post('/concerns/receipt', { receipt: concern.words })
    await swap()
    const receipt = newReceipt()
    const parcel = {
      id: newId(),
      fingerprint: Buffer.from('x'),
      content: { worry: 'x' },
      dangerNow: false,
      receipt,
    }
    expect(await send(app.authority, parcel, app.clock.now())).toBe('closed')
    expect((await visitor.get('/concerns')).body).not.toContain('/concerns/raise')
    const message = await submit(visitor, conversation, { message: 'Very secret message' })
    expect(message.statusCode).toBe(503)
    expect(message.body, 'what was written is still in the page').toContain('Very secret message')
    expect(await app.database.sql('select 1 from concerns.message')).toEqual([])
    expect(await app.database.sql('select 1 from concerns.concern')).toHaveLength(1)
    expect(formatDigits(receipt)).not.toBe('')
  })

  it('is shut to officers, who are told why and asked no passphrase', async () => {
    const concern = await raised(app)
    await swap()
    for (const path of ['/staff/concerns', '/staff/concerns/vault', concern.path, `${concern.path}/note`]) {
      const page = await officer.get(path)
      expect(textOf(page.body), path).toContain('Somebody may have changed the vault’s key')
      expect(page.body, path).not.toContain('name="passphrase"')
    }
    expect((await unlock(officer)).statusCode).toBe(422)
    const rotated = await officer.post('/staff/concerns/vault/rotate', {})
    expect(textOf(rotated.body)).toContain('Somebody may have changed the vault’s key')
  })

  it('is refused by the owner’s commands', async () => {
    await swap()
    const owner = openDatabase({ url: app.database.adminUrl, size: 1 })
    const read = owner.as(system('test'), (tx) => findRecipients(tx, proofsOf(app.authority)))
    await expect(read).rejects.toThrow('not one that this Kith made')
    await owner.close()
  })
})

describe('an officer’s key that somebody changed', () => {
  const swapKeyOf = async (who: Colleague) => {
    const values = [mine.recipient, who.person.id]
    await app.database.sql('update concerns.vault_grant set recipient = $1 where person_id = $2', values)
    await app.database.sql('update concerns.officer_key set recipient = $1 where person_id = $2', values)
  }
  const sealedToMine = () =>
    app.database.sql('select 1 from concerns.vault_grant where recipient = $1 and granted_at > $2', [
      mine.recipient,
      app.clock.now().subtract({ minutes: 1 }).toString(),
    ])

  it('is given no new generation of the vault', async () => {
    await swapKeyOf(colleague)
    app.clock.advance({ minutes: 5 })
    const refused = await officer.post('/staff/concerns/vault/rotate', {})
    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain('Somebody may have changed an officer’s key')
    expect(await sealedToMine()).toEqual([])
    const without = await officer.post('/staff/concerns/vault/rotate', { leaveOut: colleague.person.id })
    expect(without.statusCode).toBe(303)
    expect(await sealedToMine()).toEqual([])
  })

  it('is given no access by a colleague', async () => {
    const newcomer = await app.as('safeguarding-officer')
    await givePassphrase(app, newcomer)
    await swapKeyOf(newcomer)
    const path = `/staff/concerns/vault/access/${newcomer.person.id}`
    const refused = await officer.post(path, { checked: 'yes', lasting: 'for-good' })
    expect(refused.statusCode).toBe(422)
    expect(textOf(refused.body)).toContain('Somebody may have changed an officer’s key')
    expect(await sealedToMine()).toEqual([])
  })

  it('is not proven by the proof of another officer', async () => {
    const newcomer = await app.as('safeguarding-officer')
    await givePassphrase(app, newcomer)
    await app.database.sql(
      `update concerns.officer_key set proof = (select proof from concerns.officer_key where person_id = $2)
       where person_id = $1`,
      [newcomer.person.id, officer.person.id],
    )
    const path = `/staff/concerns/vault/access/${newcomer.person.id}`
    expect((await officer.post(path, { checked: 'yes', lasting: 'for-good' })).statusCode).toBe(422)
  })
})
