import { momentWords } from '../../../../kernel/moments.ts'
import { mayAgreeToLink } from '../domain.ts'
import type { PersonView } from '../read.ts'
import { Act } from './Act.tsx'

type Props = { view: PersonView; manages: boolean }

export const LinkState = ({ view, manages }: Props) => {
  const { account, invitation } = view
  if (account.status === 'closed' || (!invitation && !manages)) return null
  return (
    <>
      <h2 class="govuk-heading-m">Link to set up the account</h2>
      {invitation ? <Open view={view} /> : <p class="govuk-body">There is no link in use.</p>}
      {manages && (
        <>
          <p class="govuk-body">
            If they lost their password, their app or their link, make a new one. Earlier links stop working.
            When they use it, they are signed out everywhere.
          </p>
          <Act account={account} act="link" text="Make a new link" secondary />
        </>
      )}
    </>
  )
}

const Open = ({ view: { account, invitation, officer, names } }: { view: PersonView }) => {
  if (!invitation) return null
  const by = invitation.proposedBy
    ? (names.get(invitation.proposedBy) ?? 'somebody unknown')
    : 'whoever runs Kith'
  if (invitation.expiresAt)
    return (
      <>
        <p class="govuk-body">
          A link made by <bdi>{by}</bdi> works until {momentWords(invitation.expiresAt)}, or until it is used.
        </p>
        <Act account={account} act="link/withdraw" text="Take the link back" secondary />
      </>
    )
  const allowed = mayAgreeToLink(officer, account, invitation.proposedBy)
  return (
    <>
      <p class="govuk-body">
        <bdi>{by}</bdi> asked for a new link on {momentWords(invitation.proposedAt)}. This account has a role
        that takes two people, so a second person must agree, and hands the link over.
      </p>
      {allowed.ok ? (
        <>
          <p class="govuk-body">Before you agree, ask them yourself if they need it.</p>
          <Act account={account} act="link/agree" text="Agree and show the link" />
        </>
      ) : (
        <p class="govuk-body">{allowed.error['']}.</p>
      )}
      <Act account={account} act="link/withdraw" text="Decline" of="the link" secondary />
    </>
  )
}
