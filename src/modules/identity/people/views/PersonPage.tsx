import type { ComponentChildren } from 'preact'
import { iso, momentWords } from '../../../../kernel/moments.ts'
import type { Errors } from '../../../../kernel/result.ts'
import { InsetText, StaffPage, SummaryList, Timeline } from '../../../../ui/index.ts'
import { can } from '../../permissions.ts'
import { actInWords } from '../history.ts'
import type { PersonView } from '../read.ts'
import { Act } from './Act.tsx'
import { LinkState } from './LinkState.tsx'
import { StatusTag } from './PeoplePage.tsx'
import { RoleRows } from './RoleRows.tsx'

type Props = {
  view: PersonView
  /** Why what was asked for did not happen. */
  errors?: Errors | undefined
  /** What was asked for, to be asked again when the page was stale. */
  wanted?: ComponentChildren
}

export const PersonPage = ({ view, errors = {}, wanted }: Props) => {
  const { account, officer } = view
  const manages = can(officer, 'people.manage')
  const form = { errors: Object.values(errors).map((message) => ({ name: '', message })) }
  return (
    <StaffPage
      title={account.name}
      heading={<bdi>{account.name}</bdi>}
      caption="Account"
      back="/staff/people"
      form={form}
    >
      {wanted && <InsetText>{wanted}</InsetText>}
      <Summary view={view} manages={manages} />
      <RoleRows view={view} manages={manages} />
      {can(officer, 'people.approve') && <LinkState view={view} manages={manages} />}
      {manages && <Closing view={view} />}
      <History view={view} />
    </StaffPage>
  )
}

const Summary = ({ view: { account }, manages }: { view: PersonView; manages: boolean }) => (
  <SummaryList
    rows={[
      {
        key: 'Name',
        value: <bdi>{account.name}</bdi>,
        ...(manages && {
          actions: {
            items: [{ href: `/staff/people/${account.id}/name`, text: 'Change', visuallyHiddenText: 'name' }],
          },
        }),
      },
      { key: 'Email address', value: <bdi>{account.email}</bdi> },
      { key: 'Account', value: <StatusTag status={account.status} /> },
    ]}
  />
)

const Closing = ({ view: { account, officer } }: { view: PersonView }) => {
  if (account.id === officer.id) return null
  if (account.status === 'closed')
    return (
      <>
        <h2 class="govuk-heading-m">Open this account again</h2>
        <p class="govuk-body">They get a new link, and no role until you give one.</p>
        <Act account={account} act="reopen" text="Open account again" secondary />
      </>
    )
  return (
    <>
      <h2 class="govuk-heading-m">Close this account</h2>
      <p class="govuk-body">
        They are signed out at once, and their roles end. What they did stays in the log.
      </p>
      <Act account={account} act="close" text="Close account" warning />
    </>
  )
}

const History = ({ view: { history, names } }: { view: PersonView }) => {
  if (history.length === 0) return null
  const items = history.map((entry) => ({
    label: actInWords(entry),
    at: { text: momentWords(entry.at), iso: iso(entry.at) },
    byline: entry.actorId ? (names.get(entry.actorId) ?? 'somebody unknown') : undefined,
  }))
  return (
    <>
      <h2 class="govuk-heading-m">History</h2>
      <Timeline items={items} headingLevel={3} />
    </>
  )
}
