import { ROLES, type Role } from '../../kernel/actor.ts'
import { type DemoAccount, ROLE_LABELS } from '../../modules/identity/index.ts'

/** One account for each role, and a second safeguarding officer: some things take two. */
export const DEMO_PEOPLE = [...ROLES, 'safeguarding-officer' as const].map((role, at, all) => {
  const second = all.indexOf(role) !== at
  return {
    name: `Demonstration ${ROLE_LABELS[role].toLowerCase()}${second ? ' 2' : ''}`,
    email: `${role}${second ? '-2' : ''}@demonstration.example`,
    roles: [role],
  }
})

/** The first account with a role. Throws when there is none. */
export function withRole(accounts: readonly DemoAccount[], role: Role): DemoAccount {
  const found = accounts.find(({ roles }) => roles.includes(role))
  if (!found) throw new Error(`the demonstration has no ${role}`)
  return found
}

/** What `demo-accounts.json` says of an account. */
export const written = (
  { roles, email, password, totpSecret }: DemoAccount,
  vaultPassphrase: string | undefined,
) => ({ role: roles[0], email, password, totpSecret, ...(vaultPassphrase ? { vaultPassphrase } : {}) })
