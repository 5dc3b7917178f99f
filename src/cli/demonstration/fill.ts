import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Person } from '../../kernel/actor.ts'
import { systemClock } from '../../kernel/clock.ts'
import { makeDemoVault, proofsOf, seedDemoConcerns } from '../../modules/concerns/index.ts'
import { createDemoPeople, type DemoAccount } from '../../modules/identity/index.ts'
import { seedDemo } from '../../modules/site/index.ts'
import { AuthoritySettings } from '../../platform/authority.ts'
import { closeDoors, openDatabase, openDoors } from '../../platform/db/index.ts'
import { type Installation, ownerUrl } from '../../platform/run/index.ts'
import { createSealer, deriveKey } from '../../platform/seal.ts'
import { newRecoveryKey } from '../recovery-key.ts'
import { DEMO_PEOPLE, withRole, written } from './people.ts'

/** Makes everything that a demonstration shows, through the same doors as everybody, and writes its accounts down. */
export async function fillDemonstration(installation: Installation, data: string): Promise<void> {
  const doors = openDoors(installation.doors, 2)
  const owner = openDatabase({ url: ownerUrl(installation.adminUrl), size: 1 })
  try {
    const { masterKey } = installation.keys
    const clock = systemClock
    const accounts = await createDemoPeople(
      { staff: doors.staff, jobs: doors.jobs, masterKey, clock },
      DEMO_PEOPLE,
    )
    const contentEditor = personOf(withRole(accounts, 'content-editor'))
    const dataProtectionOfficer = personOf(withRole(accounts, 'data-protection-officer'))
    await seedDemo(doors, { contentEditor, dataProtectionOfficer }, clock.now())
    const key = await newRecoveryKey()
    const officers = await makeDemoVault(
      { owner, vault: doors.vault, proofs: proofsOf({ masterKey }) },
      accounts.filter(isSafeguarding).map(personOf),
      key.recipient,
      clock.now(),
    )
    const [first] = officers
    if (!first) throw new Error('the demonstration has no safeguarding officer')
    const authority = {
      settings: () => AuthoritySettings.parse({}),
      databases: doors,
      sealer: createSealer(deriveKey(masterKey, 'pages')),
      masterKey,
    }
    const receipts = await seedDemoConcerns({ vault: doors.vault, authority }, first, clock.now())
    const passphrases = new Map(officers.map(({ person, passphrase }) => [person.id, passphrase]))
    const list = accounts.map((account) => written(account, passphrases.get(account.id)))
    await writeList(join(data, 'demo-receipts.json'), receipts)
    await writeList(join(data, 'demo-accounts.json'), list)
    await writePrivate(join(data, 'demo-recovery-key.txt'), key.text)
  } finally {
    await closeDoors(doors)
    await owner.close()
  }
}

const isSafeguarding = ({ roles }: DemoAccount): boolean =>
  roles.includes('safeguarding-officer') || roles.includes('safeguarding-lead')

const personOf = ({ id, name, roles }: DemoAccount): Person => ({ kind: 'person', id, name, roles })

const writeList = (path: string, list: readonly unknown[]): Promise<void> =>
  writePrivate(path, `${JSON.stringify(list, undefined, 2)}\n`)

async function writePrivate(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await rm(path, { force: true })
  await writeFile(path, text, { mode: 0o600, flush: true })
}
