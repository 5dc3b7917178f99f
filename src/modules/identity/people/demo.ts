import { randomInt } from 'node:crypto'
import { type Person, type Role, system } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import { invitationHash } from '../invitation/domain.ts'
import { setUpAccount } from '../invitation/set-up.ts'
import { findInvitation } from '../invitation/store.ts'
import { keysOf } from '../keys.ts'
import { can } from '../permissions.ts'
import { sessionHash } from '../session/domain.ts'
import { endSession } from '../session/store.ts'
import { SIGN_IN } from '../sign-in/check-password.ts'
import { hashPassword } from '../sign-in/password.ts'
import { newTotpSecret, totpCode } from '../sign-in/totp.ts'
import { agreeToRole } from './change.ts'
import { invitePerson } from './invite.ts'
import { getAccount, listGrants } from './store.ts'

export type DemoPerson = { readonly name: string; readonly email: string; readonly roles: readonly Role[] }
export type DemoAccount = DemoPerson & {
  readonly id: PersonId
  readonly password: string
  readonly totpSecret: string
}

type Deps = {
  readonly staff: Database
  readonly jobs: Database
  readonly masterKey: Uint8Array
  readonly clock: Clock
}

/**
 * Accounts of a demonstration, made by the same steps as everybody's: invited by whoever runs Kith, set up by link
 * with a random password and an app, and every role that waits agreed to by somebody else who may. Throws when
 * nobody else may.
 */
export async function createDemoPeople(deps: Deps, people: readonly DemoPerson[]): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const person of people) accounts.push(await createDemoPerson(deps, person))
  const persons = accounts.map(asPerson)
  for (const account of accounts) await agreeToRoles(deps, account, persons)
  return accounts
}

const asPerson = ({ id, name, roles }: DemoAccount): Person => ({ kind: 'person', id, name, roles })

async function createDemoPerson(
  { staff, jobs, masterKey, clock }: Deps,
  person: DemoPerson,
): Promise<DemoAccount> {
  const now = clock.now()
  const invited = await jobs.as(system('demonstration'), (tx) =>
    invitePerson(tx, system('demonstration'), person, now),
  )
  if (!invited.ok) throw new Error(`a demonstration account exists already: ${person.email}`)
  const { token, person: id } = invited.value
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const totpSecret = newTotpSecret()
  await staff.as(SIGN_IN, async (tx) => {
    const invitation = await findInvitation(tx, invitationHash(token), now)
    if (!invitation) throw new Error('a link that was just made does not work')
    const setup = { invitation: invitation.id, passwordHash, totpSecret }
    // the step before this one, so that the first sign-in need not wait for the next code
    const code = totpCode(totpSecret, now.subtract({ seconds: 30 }))
    const browser = { session: null, device: null }
    const outcome = await setUpAccount(tx, keysOf({ masterKey }), { token, setup, code, browser }, now)
    if (outcome.kind !== 'done') throw new Error(`a demonstration account was not set up: ${outcome.kind}`)
    await endSession(tx, sessionHash(outcome.tokens.session), now)
  })
  return { ...person, id, password, totpSecret }
}

async function agreeToRoles(
  { staff, clock }: Deps,
  account: DemoAccount,
  everybody: readonly Person[],
): Promise<void> {
  const second = everybody.find(
    (one) =>
      one.id !== account.id &&
      (one.roles.includes('administrator') || one.roles.includes('manager')) &&
      can(one, 'people.approve'),
  )
  const grants = await staff.as(asPerson(account), (tx) => listGrants(tx, account.id))
  for (const grant of grants.filter((one) => !one.approvedAt)) {
    if (!second)
      throw new Error('a demonstration needs an administrator or a manager beside its safeguarding officers')
    const result = await staff.as(second, async (tx) => {
      const { version } = await getAccount(tx, account.id)
      const asked = { tx, officer: second, id: account.id, version, now: clock.now() }
      return agreeToRole({ ...asked, grant: grant.id })
    })
    if (!result.ok) throw new Error(`a role was not agreed: ${Object.values(result.error.errors).join(', ')}`)
  }
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen random letters and digits in groups of four: about 79 bits, and easy to type. */
const randomPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')
