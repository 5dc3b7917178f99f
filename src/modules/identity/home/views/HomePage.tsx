import type { Person } from '../../../../kernel/actor.ts'
import { InsetText, StaffPage } from '../../../../ui/index.ts'
import { FEW_CODES } from '../../sign-in/recovery-codes.ts'
import type { StaffLink } from '../staff-link.ts'

type Props = {
  me: Person
  work: readonly StaffLink[]
  vault: readonly StaffLink[]
  codesLeft: number | undefined
  /** Roles and links that wait for a second person, who could be them. */
  waiting: number
}

export const HomePage = ({ me, work, vault, codesLeft, waiting }: Props) => (
  <StaffPage
    title="Your work"
    heading={
      <>
        Hello <bdi>{me.name}</bdi>
      </>
    }
  >
    <Notices codesLeft={codesLeft} waiting={waiting} />
    {work.length === 0 && vault.length === 0 && (
      <p class="govuk-body">You have no role yet that opens a page here. Ask an administrator.</p>
    )}
    {vault.length > 0 && (
      <>
        <h2 class="govuk-heading-m">The vault</h2>
        <p class="govuk-body">
          What people told us in confidence. It is kept apart, and what you read there is logged.
        </p>
        <Links links={vault} />
      </>
    )}
    {vault.length > 0 && work.length > 0 && <h2 class="govuk-heading-m">Everything else</h2>}
    <Links links={work} />
    <p class="govuk-body">
      <a class="govuk-link" href="/staff/account">
        Your account
      </a>
    </p>
  </StaffPage>
)

const Notices = ({ codesLeft, waiting }: Pick<Props, 'codesLeft' | 'waiting'>) => (
  <>
    {codesLeft !== undefined && codesLeft <= FEW_CODES && (
      <InsetText>
        You have few recovery codes left ({codesLeft}).{' '}
        <a class="govuk-link" href="/staff/account/recovery-codes">
          Get new ones
        </a>
        .
      </InsetText>
    )}
    {waiting > 0 && (
      <InsetText>
        <a class="govuk-link" href="/staff/people?waiting=1">
          {waiting === 1 ? '1 role or link waits' : `${waiting} roles or links wait`} for a second person to
          agree
        </a>
        .
      </InsetText>
    )}
  </>
)

const Links = ({ links }: { links: readonly StaffLink[] }) => (
  <ul class="govuk-list">
    {links.map(({ href, text, hint }) => (
      <li class="govuk-!-margin-bottom-4">
        <a class="govuk-link govuk-!-font-size-24 govuk-!-font-weight-bold" href={href}>
          {text}
        </a>
        <br />
        {hint}
      </li>
    ))}
  </ul>
)
