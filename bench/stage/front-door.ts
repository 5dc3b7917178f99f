import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newAgeKey } from '../../src/modules/concerns/crypto/age.ts'
import { proofsOf } from '../../src/modules/concerns/crypto/proof.ts'
import { newVaultGeneration } from '../../src/modules/concerns/crypto/vault.ts'

/**
 * Makes what the front door waits for: an officer with a key, a vault, and what the data protection officer sets.
 * Returns the recovery identity, which opens every concern, or undefined when the door stood open already. Keys are
 * made by the product; the rows are put in place by the superuser, since nobody signs in here.
 */
export async function openFrontDoor(admin: pg.Client, masterKey: Buffer): Promise<string | undefined> {
  const door = await admin.query<{ is_open: boolean }>('select is_open from concerns.door(now())')
  if (door.rows[0]?.is_open) return undefined
  if (door.rows[0]) throw new Error('there is a vault, but the front door is closed')
  const officer = await makeOfficer(admin)
  const [personal, recovery] = [newAgeKey(), newAgeKey()]
  const proofs = proofsOf({ masterKey })
  const { recipients, grants } = await newVaultGeneration(1, [personal.recipient], recovery.recipient)
  await admin.query(
    `insert into concerns.vault_generation (generation, recipient, recovery, proof, created_by, created_at)
       values (1, $1, $2, $3, $4, now())`,
    [recipients.vault, recipients.recovery, proofs.generation(recipients), officer],
  )
  await admin.query(
    `insert into concerns.officer_key (person_id, recipient, wrapped, proof, set_at)
       values ($1, $2, '\\x00', $3, now())`,
    [officer, personal.recipient, proofs.officerKey(officer, personal.recipient)],
  )
  for (const { to, wrapped } of grants)
    await admin.query(
      `insert into concerns.vault_grant (id, generation, recipient, person_id, wrapped, granted_by, granted_at)
         values ($1, 1, $2, $3, $4, $5, now())`,
      [randomUUID(), to, to === personal.recipient ? officer : null, wrapped, officer],
    )
  await admin.query(`update kith.record_kind set legal_basis = 'Public task', recipients = 'The safeguarding team',
    review_after = '1 year', delete_after = '6 years', version = version + 1 where kind = 'concerns'`)
  return recovery.identity
}

async function makeOfficer(admin: pg.Client): Promise<string> {
  const id = randomUUID()
  await admin.query(
    `insert into identity.person (id, email, name, status) values ($1, $2, 'Officer on duty', 'active')`,
    [id, `${id}@example.org`],
  )
  await admin.query(
    `insert into identity.role_grant (id, person_id, role, approved_by, approved_at)
       values ($1, $2, 'safeguarding-officer', $2, now())`,
    [randomUUID(), id],
  )
  return id
}
