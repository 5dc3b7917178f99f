import type { Person, System } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/clock.ts'
import { newId, type PersonId } from '../../../kernel/ids.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { audit } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { newInvitationToken } from '../invitation/domain.ts'
import {
  agreeToInvitation,
  findOpenInvitation,
  holdsTwoPersonRole,
  insertInvitation,
  withdrawInvitations,
} from '../invitation/store.ts'
import { type Asked, type Changed, changing } from './change.ts'
import { type Account, mayAgreeToLink } from './domain.ts'
import { linkExpiry, makeLink } from './invite.ts'

/** Shown once; null while a second person must agree. */
export type Link = { readonly token: string | null }

/**
 * A new link for somebody who lost their password or app. Whoever holds a link can become that person, so for the
 * roles that take two people a second one must agree, and is the one who is shown the link.
 */
export const newLink = ({ tx, officer, id, version, now }: Asked): Promise<Changed<Link>> =>
  changing<Link>(tx, id, version, async ({ account }) => {
    if (account.status === 'closed') return err({ errors: { '': 'This account is closed' } })
    if (await holdsTwoPersonRole(tx, id)) {
      await insertInvitation(tx, { id: newId(), person: id, hash: null, expires: linkExpiry(now), now })
      await audit(tx, officer, 'person.link-asked', id)
      return ok({ token: null })
    }
    return ok({ token: await loggedLink(tx, officer, id, now) })
  })

async function loggedLink(tx: Tx, actor: Person | System, id: PersonId, now: Instant): Promise<string> {
  const token = await makeLink(tx, id, now)
  await audit(tx, actor, 'person.link-made', id)
  return token
}

/**
 * The same by whoever runs Kith, through the jobs' door: alone, as they hold the database anyway, and so that an
 * administrator without a second person is not locked out for ever.
 */
export async function newLinkFor(
  tx: Tx,
  actor: System,
  account: Account,
  now: Instant,
): Promise<Result<{ token: string }>> {
  if (account.status === 'closed')
    return err({ '': 'This account is closed. An administrator can open it again' })
  return ok({ token: await loggedLink(tx, actor, account.id, now) })
}

export const agreeToLink = ({ tx, officer, id, version, now }: Asked): Promise<Changed<Link>> =>
  changing<Link>(tx, id, version, async ({ account }) => {
    const asked = await findOpenInvitation(tx, id)
    if (!asked || asked.expiresAt) return err({ errors: { '': 'This has been settled already' } })
    const allowed = mayAgreeToLink(officer, account, asked.proposedBy)
    if (!allowed.ok) return err({ errors: allowed.error })
    const { token, hash } = newInvitationToken()
    await agreeToInvitation(tx, { id: asked.id, hash, expires: linkExpiry(now), now })
    await audit(tx, officer, 'person.link-agreed', id)
    return ok({ token })
  })

export const withdrawLink = ({ tx, officer, id, version, now }: Asked): Promise<Changed> =>
  changing(tx, id, version, async () => {
    if ((await withdrawInvitations(tx, id, now)) > 0) await audit(tx, officer, 'person.link-withdrawn', id)
    return ok(null)
  })
