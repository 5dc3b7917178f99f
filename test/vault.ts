import { newId } from '../src/kernel/ids.ts'
import { newAgeKey } from '../src/modules/concerns/crypto/age.ts'
import { newVaultGeneration } from '../src/modules/concerns/crypto/vault.ts'
import { setPassphrase } from '../src/modules/concerns/desk/vault/passphrase.ts'
import type { Colleague, TestApp } from './app.ts'

export const PASSPHRASE = 'a long walk by the river'

/** Cheap for tests: 2^10 where officers' passphrases take 2^17. */
const WORK_FACTOR = 10

/** Sets an officer's vault passphrase. It opens nothing until somebody gives access. */
export const givePassphrase = (app: TestApp, { person }: Colleague): Promise<void> =>
  setPassphrase(
    app.doors.vault,
    { person, passphrase: PASSPHRASE, now: app.clock.now() },
    { workFactor: WORK_FACTOR },
  )

/** Makes the council's vault and gives it to two officers, who have yet to unlock it. */
export async function openVault(app: TestApp) {
  const officer = await app.as('safeguarding-officer')
  const colleague = await app.as('safeguarding-officer')
  for (const one of [officer, colleague]) await givePassphrase(app, one)
  const keys = await app.database.sql<{ person_id: string; recipient: string }>(
    'select person_id, recipient from concerns.officer_key where person_id = any ($1)',
    [[officer.person.id, colleague.person.id]],
  )
  const recovery = newAgeKey()
  const readers = keys.map(({ recipient }) => recipient)
  const { recipients, grants } = await newVaultGeneration(1, readers, recovery.recipient)
  const { sql } = app.database
  await sql(
    'insert into concerns.vault_generation (generation, recipient, recovery, created_at) values (1, $1, $2, $3)',
    [recipients.vault, recipients.recovery, app.clock.now().toString()],
  )
  for (const { to, wrapped } of grants)
    await sql(
      `insert into concerns.vault_grant (id, generation, recipient, person_id, wrapped, granted_at)
       values ($1, 1, $2, $3, $4, $5)`,
      [
        newId(),
        to,
        keys.find(({ recipient }) => recipient === to)?.person_id,
        wrapped,
        app.clock.now().toString(),
      ],
    )
  return { officer, colleague, recovery, recipients }
}

/** Opens the vault for a colleague's sign-in. */
export const unlock = (who: Colleague, passphrase = PASSPHRASE) =>
  who.post('/staff/concerns/vault/open', { passphrase })
