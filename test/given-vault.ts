import { newId } from '../src/kernel/ids.ts'
import { type AgeKey, newAgeKey } from '../src/modules/concerns/crypto/age.ts'
import type { OpenVault } from '../src/modules/concerns/crypto/open-vault.ts'
import { proofsOf } from '../src/modules/concerns/crypto/proof.ts'
import { newVaultGeneration, openVaultWith } from '../src/modules/concerns/crypto/vault.ts'
import type { TestApp } from './app.ts'

export type TestVault = {
  readonly vault: OpenVault
  /** The council's recovery key, as it would lie in a safe. */
  readonly recovery: AgeKey
  readonly officerId: string
}

/** Sets what the data protection officer sets: until then the front door shows telephone numbers only. */
export async function setRecordKind({ database }: Pick<TestApp, 'database'>): Promise<void> {
  await database.sql(
    `update kith.record_kind set legal_basis = 'Public task', condition = 'Safeguarding of children and of individuals at risk',
       controller = 'Testshire Council', recipients = 'Children’s services, adults’ services or the police',
       review_after = '1 year', delete_after = '6 years', version = version + 1 where kind = 'concerns'`,
  )
}

/** A vault that one officer holds, beside the recovery key. The officer's own key opens nothing in tests. */
export async function givenVault(
  test: Pick<TestApp, 'database' | 'as' | 'authority'>,
  generation = 1,
): Promise<TestVault> {
  const { person } = await test.as('safeguarding-officer')
  const recovery = newAgeKey()
  const officer = newAgeKey()
  const proofs = proofsOf(test.authority)
  const { recipients, grants } = await newVaultGeneration(generation, [officer.recipient], recovery.recipient)
  await test.database.sql(
    'insert into concerns.vault_generation (generation, recipient, recovery, proof, created_at) values ($1, $2, $3, $4, now())',
    [generation, recipients.vault, recipients.recovery, proofs.generation(recipients)],
  )
  await test.database.sql(
    'insert into concerns.officer_key (person_id, recipient, wrapped, proof, set_at) values ($1, $2, $3, $4, now())',
    [person.id, officer.recipient, Buffer.from('locked'), proofs.officerKey(person.id, officer.recipient)],
  )
  for (const { to, wrapped } of grants)
    await test.database.sql(
      `insert into concerns.vault_grant (id, generation, recipient, person_id, wrapped, granted_at)
       values ($1, $2, $3, $4, $5, now())`,
      [newId(), generation, to, to === officer.recipient ? person.id : null, wrapped],
    )
  const vault = await openVaultWith(recovery.identity, grants, recipients)
  if ('shut' in vault) throw new Error('the test vault does not open')
  return { vault, recovery, officerId: person.id }
}
