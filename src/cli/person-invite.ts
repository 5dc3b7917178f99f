import { ROLES, type Role, type System, system } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { OperatorError } from '../kernel/errors.ts'
import {
  findAccountByEmail,
  invitationPath,
  invitePerson,
  newLinkFor,
  ROLE_LABELS,
} from '../modules/identity/index.ts'
import type { Config } from '../platform/config.ts'
import type { Tx } from '../platform/db/index.ts'
import { refused, through } from './doors.ts'
import { say } from './say.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

const OPTIONS = { name: { type: 'string' }, role: { type: 'string', multiple: true } } as const

export async function command(words: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, OPTIONS, 1)
  const email = positionals[0]?.trim().toLowerCase()
  if (!email || !/^[^@\s]+@[^@\s]+$/.test(email))
    throw new OperatorError('Say who: kith person invite EMAIL --name NAME [--role ROLE]')
  const person = { email, name: values.name?.trim() ?? '', roles: readRoles(values.role ?? []) }
  const operator = system('operator')
  const { invited, config } = await withInstallation(async (installation, config) => ({
    config,
    invited: await through(installation, 'jobs', (jobs) =>
      jobs.as(operator, (tx) => invite(tx, operator, person)),
    ),
  }))
  if (!invited.ok) throw refused(invited.error)
  const { token, waiting } = invited.value
  say(
    `${person.name || email} can set up their account. This link works once, for seven days; give it to nobody else:`,
  )
  say(baseUrl(config) + invitationPath(token))
  for (const role of waiting)
    say(`The role "${ROLE_LABELS[role]}" waits until somebody else agrees to it on the page of people.`)
}

/** Invites somebody new; for somebody who has an account, a new link in place of a lost password or app. */
async function invite(
  tx: Tx,
  operator: System,
  person: { email: string; name: string; roles: readonly Role[] },
) {
  const now = systemClock.now()
  const account = await findAccountByEmail(tx, person.email)
  if (!account && !person.name)
    throw new OperatorError('Say their name: kith person invite EMAIL --name NAME [--role ROLE]')
  if (!account) return invitePerson(tx, operator, person, now)
  if (person.roles.length > 0)
    throw new OperatorError(
      'They have an account. Roles are given on the page of people; leave --role out for a new link.',
    )
  const link = await newLinkFor(tx, operator, account, now)
  return link.ok ? { ok: true as const, value: { token: link.value.token, waiting: [] } } : link
}

function readRoles(words: readonly string[]): Role[] {
  return words.map((word) => {
    const role = ROLES.find((one) => one === word)
    if (!role) throw new OperatorError(`"${word}" is no role. The roles are: ${ROLES.join(', ')}.`)
    return role
  })
}

const baseUrl = ({ publicUrl, host, port }: Config): string =>
  (publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '')
