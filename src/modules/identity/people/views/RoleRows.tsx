import { momentWords } from '../../../../kernel/moments.ts'
import { Button, SummaryList, Tag } from '../../../../ui/index.ts'
import { can } from '../../permissions.ts'
import { ROLE_LABELS } from '../../roles.ts'
import { type Grant, mayAgree } from '../domain.ts'
import type { PersonView } from '../read.ts'
import { Act } from './Act.tsx'

type Props = { view: PersonView; manages: boolean }

export const RoleRows = ({ view, manages }: Props) => {
  const open = view.grants.filter((grant) => !grant.endedAt)
  return (
    <>
      <h2 class="govuk-heading-m">Roles</h2>
      {open.length === 0 && <p class="govuk-body">No role.</p>}
      {open.length > 0 && (
        <SummaryList
          rows={open.map((grant) => ({
            key: ROLE_LABELS[grant.role],
            value: <Role grant={grant} view={view} manages={manages} />,
          }))}
        />
      )}
      {manages && view.account.status !== 'closed' && (
        <Button href={`/staff/people/${view.account.id}/roles/new`} classes="govuk-button--secondary">
          Give a role
        </Button>
      )}
    </>
  )
}

const Role = ({ grant, view, manages }: Props & { grant: Grant }) => {
  const name = (id: string | null) => (id ? (view.names.get(id) ?? 'somebody unknown') : 'whoever runs Kith')
  const { account } = view
  if (grant.approvedAt)
    return (
      <>
        <p class="govuk-body">
          Since {momentWords(grant.approvedAt)}. Proposed by <bdi>{name(grant.proposedBy)}</bdi>
          {grant.approvedBy !== grant.proposedBy && (
            <>
              , agreed by <bdi>{name(grant.approvedBy)}</bdi>
            </>
          )}
          .
        </p>
        {manages && (
          <Act
            account={account}
            act={`roles/${grant.id}/end`}
            text="End role"
            of={ROLE_LABELS[grant.role]}
            secondary
          />
        )}
      </>
    )
  return (
    <>
      <p class="govuk-body">
        <Tag classes="govuk-tag--yellow">Waiting for a second person</Tag>
      </p>
      <p class="govuk-body">
        Proposed by <bdi>{name(grant.proposedBy)}</bdi> on {momentWords(grant.proposedAt)}.
      </p>
      <Agreeing grant={grant} view={view} />
    </>
  )
}

const Agreeing = ({ grant, view: { officer, account } }: { grant: Grant; view: PersonView }) => {
  const allowed = mayAgree(officer, account, grant)
  const label = ROLE_LABELS[grant.role]
  if (!can(officer, 'people.approve')) return null
  return (
    <>
      {allowed.ok ? (
        <>
          <p class="govuk-body">
            Before you agree, ask them yourself if they, and nobody else, set up this account and need this
            role.
          </p>
          <Act account={account} act={`roles/${grant.id}/agree`} text="Agree" of={`to ${label}`} />
        </>
      ) : (
        <p class="govuk-body">{allowed.error['']}.</p>
      )}
      <Act account={account} act={`roles/${grant.id}/end`} text="Decline" of={label} secondary />
    </>
  )
}
