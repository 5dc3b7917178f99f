import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../../test/app.ts'
import { givePassphrase, openVault, PASSPHRASE, unlock } from '../../../../../test/desk-vault.ts'
import { system } from '../../../../kernel/actor.ts'
import { openDatabase } from '../../../../platform/db/index.ts'
import { newAgeKey } from '../../crypto/age.ts'
import { proofsOf } from '../../crypto/proof.ts'
import { recoverVault } from './recover.ts'
import { initVault, rotateVault } from './rotate.ts'

const VAULT = '/staff/concerns/vault'

describe('the vault', () => {
  let app: TestApp
  let officer: Colleague
  let colleague: Colleague
  beforeAll(async () => {
    app = await testApp()
    ;({ officer, colleague } = await openVault(app))
  })
  // the clock moves on between tests, and sign-ins end
  beforeEach(async () => {
    officer = await app.again(officer.person)
    colleague = await app.again(colleague.person)
    for (const one of [officer, colleague]) await unlock(one)
  })
  const acts = async () =>
    (await app.database.sql<{ action: string }>('select action from vault_audit.entry order by id')).map(
      (e) => e.action,
    )

  it('is open for the session that opened it, and for no other session of the same officer', async () => {
    expect((await officer.get(VAULT)).body).toContain('The vault is open.')
    const elsewhere = await app.again(officer.person)
    expect((await elsewhere.get(VAULT)).body).toContain('Open the vault')
    for (const [name, value] of officer.cookies) if (name === 'kith-vault') elsewhere.cookies.set(name, value)
    expect((await elsewhere.get(VAULT)).body).not.toContain('The vault is open.')
  })

  it('sets a cookie that no script reads, and that alone opens nothing', async () => {
    const someone = await app.again(officer.person)
    const reply = await unlock(someone)
    expect(reply.statusCode).toBe(303)
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^kith-vault=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    await app.database.sql('delete from concerns.vault_session where person_id = $1', [officer.person.id])
    expect((await someone.get(VAULT)).body).not.toContain('The vault is open.')
    await unlock(officer)
  })

  it('closes after fifteen idle minutes, and stays open while it is used', async () => {
    for (let i = 0; i < 3; i++) {
      app.clock.advance({ minutes: 14 })
      expect((await colleague.get(VAULT)).body).toContain('The vault is open.')
    }
    app.clock.advance({ minutes: 15 })
    expect((await colleague.get(VAULT)).body).not.toContain('The vault is open.')
  })

  it('is locked by its button', async () => {
    await unlock(colleague)
    expect((await colleague.post(`${VAULT}/lock`)).statusCode).toBe(303)
    expect(colleague.cookies.has('kith-vault')).toBe(false)
    expect((await colleague.get(VAULT)).body).not.toContain('The vault is open.')
    expect(await acts()).toContain('vault.locked')
  })

  it('answers a wrong passphrase and a vault not granted alike', async () => {
    const stranger = await app.as('safeguarding-officer')
    await givePassphrase(app, stranger)
    const wrong = await unlock(colleague, 'not my passphrase at all')
    const notGranted = await unlock(stranger)
    const message = /The vault did not open\. [^<]*/
    expect(wrong.statusCode).toBe(422)
    expect(notGranted.statusCode).toBe(422)
    expect(wrong.body.match(message)?.[0]).toBe(notGranted.body.match(message)?.[0])
    expect(wrong.body).not.toContain('not my passphrase')
  })

  it('lets an officer guess five times in a quarter of an hour, and holds no colleague up', async () => {
    const guesser = await app.as('safeguarding-officer')
    await givePassphrase(app, guesser)
    for (let i = 0; i < 5; i++) await unlock(guesser, 'a wrong passphrase')
    expect((await unlock(guesser)).body).toContain('Too many tries. Try again at')
    expect((await unlock(colleague)).statusCode).toBe(303)
    app.clock.advance({ minutes: 16 })
    expect((await unlock(guesser)).body).not.toContain('Too many tries')
  })

  it('is given by a colleague who has it open, and by nobody to themselves', async () => {
    const newcomer = await app.as('safeguarding-officer')
    expect((await newcomer.get(VAULT)).body).toContain('Set your vault passphrase')
    const link = `${VAULT}/access/${newcomer.person.id}`
    expect((await officer.get(VAULT)).body).not.toContain(link)
    await givePassphrase(app, newcomer)
    expect((await officer.get(VAULT)).body).toContain(link)
    await unlock(officer)
    const self = await newcomer.post(`${VAULT}/access/${newcomer.person.id}`, { checked: 'yes' })
    expect(self.statusCode).toBe(422)
    expect((await officer.post(`${VAULT}/access/${officer.person.id}`, { checked: 'yes' })).statusCode).toBe(
      422,
    )
    const given = await officer.post(`${VAULT}/access/${newcomer.person.id}`, { checked: 'yes' })
    expect(given.statusCode).toBe(303)
    expect((await unlock(newcomer)).statusCode).toBe(303)
    expect((await newcomer.get(VAULT)).body).toContain('The vault is open.')
  })

  it('refuses in the database a grant to oneself', async () => {
    const alone = await app.as('safeguarding-officer')
    await givePassphrase(app, alone)
    const grant = app.doors.vault.as(alone.person, async (tx) => {
      const key = await tx
        .selectFrom('concerns.officerKey')
        .selectAll()
        .where('personId', '=', alone.person.id)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('concerns.vaultGrant')
        .values({
          id: alone.person.id,
          generation: 1,
          recipient: key.recipient,
          personId: alone.person.id,
          wrapped: Buffer.from('x'),
          grantedAt: app.clock.now(),
        })
        .execute()
    })
    await expect(grant).rejects.toThrow(/row-level security/)
  })

  it('asks twice for a passphrase of twelve characters or more, through the door', async () => {
    const newcomer = await app.as('safeguarding-officer')
    const short = await newcomer.post(`${VAULT}/passphrase`, { passphrase: 'short', again: 'short' })
    expect(short.statusCode).toBe(422)
    expect(short.body).toContain('12 characters or more')
    const differs = await newcomer.post(`${VAULT}/passphrase`, { passphrase: PASSPHRASE, again: 'other' })
    expect(differs.body).toContain('must be the same')
    const set = await newcomer.post(`${VAULT}/passphrase`, { passphrase: PASSPHRASE, again: PASSPHRASE })
    expect(set.statusCode).toBe(303)
    expect((await newcomer.get(VAULT)).body).toContain('ask a colleague')
  })

  it('is lost with a forgotten passphrase until it is given again', async () => {
    const forgetful = await app.as('safeguarding-officer')
    await givePassphrase(app, forgetful)
    await unlock(officer)
    await officer.post(`${VAULT}/access/${forgetful.person.id}`, { checked: 'yes' })
    await unlock(forgetful)
    const next = 'quiet river paints a door'
    const reply = await forgetful.post(`${VAULT}/forgotten`, { passphrase: next, again: next, sure: 'yes' })
    expect(reply.statusCode).toBe(303)
    expect((await forgetful.get(VAULT)).body).not.toContain('The vault is open.')
    expect((await unlock(forgetful, next)).statusCode).toBe(422)
    await officer.post(`${VAULT}/access/${forgetful.person.id}`, { checked: 'yes' })
    expect((await unlock(forgetful, next)).statusCode).toBe(303)
  })

  it('keeps access when the passphrase is changed', async () => {
    const changer = await app.as('safeguarding-officer')
    await givePassphrase(app, changer)
    await unlock(officer)
    await officer.post(`${VAULT}/access/${changer.person.id}`, { checked: 'yes' })
    const next = 'seven quiet rivers painting'
    const wrong = await changer.post(`${VAULT}/change`, { old: 'nonsense', passphrase: next, again: next })
    expect(wrong.statusCode).toBe(422)
    expect(
      (await changer.post(`${VAULT}/change`, { old: PASSPHRASE, passphrase: next, again: next })).statusCode,
    ).toBe(303)
    expect((await unlock(changer, next)).statusCode).toBe(303)
  })

  it('opens for a time in an emergency, by a lead, and another officer reviews it', async () => {
    const lead = await app.as('safeguarding-lead')
    const helper = await app.as('safeguarding-officer')
    for (const one of [lead, helper]) await givePassphrase(app, one)
    await unlock(officer)
    await officer.post(`${VAULT}/access/${lead.person.id}`, { checked: 'yes' })
    await unlock(lead)
    const noReason = await lead.post(`${VAULT}/access/${helper.person.id}`, {
      checked: 'yes',
      lasting: 'for-a-time',
      hours: '1',
    })
    expect(noReason.body).toContain('Enter why they need access now')
    const given = await lead.post(`${VAULT}/access/${helper.person.id}`, {
      checked: 'yes',
      lasting: 'for-a-time',
      hours: '1',
      reason: 'Nobody else is on duty',
    })
    expect(given.statusCode).toBe(303)
    expect((await unlock(helper)).statusCode).toBe(303)
    app.clock.advance({ minutes: 59 })
    const later = await app.again(helper.person)
    await unlock(later)
    expect((await later.get(VAULT)).body).toContain('The vault is open.')
    app.clock.advance({ minutes: 2 })
    expect((await later.get(VAULT)).body).not.toContain('The vault is open.')
    expect((await unlock(later)).statusCode).toBe(422)

    officer = await app.again(officer.person)
    const page = (await officer.get(VAULT)).body
    expect(page).toContain('Nobody else is on duty')
    const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const [leadNow, helperNow] = [await app.again(lead.person), await app.again(helper.person)]
    expect((await leadNow.post(`${VAULT}/review`, { id })).statusCode).toBe(422)
    expect((await helperNow.post(`${VAULT}/review`, { id })).statusCode).toBe(422)
    expect((await officer.post(`${VAULT}/review`, { id })).statusCode).toBe(303)
    expect((await officer.get(VAULT)).body).not.toContain('Nobody else is on duty')
  })

  it('an officer who is no lead gives no access for a time, whatever they post', async () => {
    const helper = await app.as('safeguarding-officer')
    await givePassphrase(app, helper)
    await unlock(officer)
    await officer.post(`${VAULT}/access/${helper.person.id}`, {
      checked: 'yes',
      lasting: 'for-a-time',
      hours: '1',
      reason: 'x',
    })
    const [row] = await app.database.sql('select until from concerns.vault_grant where person_id = $1', [
      helper.person.id,
    ])
    expect(row?.until ?? null).toBeNull()
  })

  it('leaves out who left: they open nothing that comes after', async () => {
    const rotated = await officer.post(`${VAULT}/rotate`, { leaveOut: colleague.person.id })
    expect(rotated.statusCode).toBe(303)
    expect((await officer.get(VAULT)).body).not.toContain('The vault is open.')
    expect((await unlock(officer)).statusCode).toBe(303)
    expect((await unlock(colleague)).statusCode).toBe(422)
    const [row] = await app.database.sql(
      'select max(generation) as generation from concerns.vault_generation',
    )
    expect(row?.generation).toBe(2)
  })
})

describe('the vault, by its owner’s commands', () => {
  it('is made, renewed and recovered by the owner of the database, who is no superuser', async () => {
    const app = await testApp()
    const officer = await app.as('safeguarding-officer')
    await givePassphrase(app, officer)
    const key = newAgeKey()
    const owner = openDatabase({ url: `${app.database.adminUrl}&options=-c%20role%3Dkith_owner`, size: 1 })
    const by = system('test command')
    const now = app.clock.now()
    const proofs = proofsOf(app.authority)
    const id = officer.person.id
    await owner.as(by, (tx) => initVault(tx, by, { recovery: key.recipient, proofs, now }))
    await expect(
      owner.as(by, (tx) => initVault(tx, by, { recovery: key.recipient, proofs, now })),
    ).rejects.toThrow('has a vault already')
    expect((await unlock(officer)).statusCode).toBe(422)
    const wrong = owner.as(by, (tx) =>
      recoverVault(tx, by, { identity: newAgeKey().identity, to: id, proofs, now }),
    )
    await expect(wrong).rejects.toThrow('not the recovery key of this vault')
    await owner.as(by, (tx) => recoverVault(tx, by, { identity: `${key.identity}\n`, to: id, proofs, now }))
    expect((await unlock(officer)).statusCode).toBe(303)
    const rotated = await owner.as(by, (tx) => rotateVault(tx, by, { leaveOut: [], proofs, now }))
    expect(rotated.ok && rotated.value.generation).toBe(2)
    expect((await officer.get(VAULT)).body).not.toContain('The vault is open.')
    expect((await unlock(officer)).statusCode).toBe(303)
    const noOne = await owner.as(by, (tx) => rotateVault(tx, by, { leaveOut: [id], proofs, now }))
    expect(noOne.ok).toBe(false)
    await owner.close()
  })
})
