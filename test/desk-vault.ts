import { system } from '../src/kernel/actor.ts'
import { newAgeKey } from '../src/modules/concerns/crypto/age.ts'
import { proofsOf } from '../src/modules/concerns/crypto/proof.ts'
import { setPassphrase } from '../src/modules/concerns/desk/vault/passphrase.ts'
import { initVault } from '../src/modules/concerns/desk/vault/rotate.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import type { Colleague, TestApp } from './app.ts'

export const PASSPHRASE = 'grey otter seven lanterns'

/** A passphrase at the lowest cost of a guess: a test waits milliseconds and not a second. */
export const givePassphrase = (app: TestApp, { person }: Colleague, passphrase = PASSPHRASE): Promise<void> =>
  setPassphrase(
    app.doors.vault,
    { person, passphrase, proofs: proofsOf(app.authority), now: app.clock.now() },
    { workFactor: 10 },
  )

/** Makes the vault for these officers, who must have a passphrase; returns the council's recovery key. */
export async function makeVault(app: TestApp, officers: readonly Colleague[]) {
  const recovery = newAgeKey()
  const owner = openDatabase({ url: app.database.adminUrl, size: 1 })
  const people = officers.map(({ person }) => person.id)
  const proofs = proofsOf(app.authority)
  const options = { recovery: recovery.recipient, officers: people, proofs, now: app.clock.now() }
  await owner.as(system('test'), (tx) => initVault(tx, system('test'), options))
  await owner.close()
  return recovery
}

export const unlock = (officer: Colleague, passphrase = PASSPHRASE) =>
  officer.post('/staff/concerns/vault/open', { passphrase, next: '/staff/concerns/vault' })

/** Two safeguarding officers with the vault open, and the council's recovery key. */
export async function openVault(app: TestApp) {
  const officer = await app.as('safeguarding-officer')
  const colleague = await app.as('safeguarding-officer')
  for (const one of [officer, colleague]) await givePassphrase(app, one)
  const recovery = await makeVault(app, [officer, colleague])
  for (const one of [officer, colleague]) await unlock(one)
  return { officer, colleague, recovery }
}
