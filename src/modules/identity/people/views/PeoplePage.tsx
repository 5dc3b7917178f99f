import { Button, Pagination, Scrollable, StaffPage, Table, Tag } from '../../../../ui/index.ts'
import { ROLE_LABELS } from '../../roles.ts'
import { type Listed, PAGE_SIZE, STATUS_LABELS, type Status } from '../domain.ts'

type Props = {
  people: readonly Listed[]
  total: number
  search: string
  waiting: boolean
  page: number
  mayInvite: boolean
}

const COLOURS: Readonly<Record<Status, string>> = {
  invited: 'govuk-tag--yellow',
  active: 'govuk-tag--green',
  closed: 'govuk-tag--grey',
}

export const StatusTag = ({ status }: { status: Status }) => (
  <Tag classes={COLOURS[status]}>{STATUS_LABELS[status]}</Tag>
)

export const PeoplePage = ({ people, total, search, waiting, page, mayInvite }: Props) => (
  <StaffPage title="People and roles" wide>
    {mayInvite && <Button href="/staff/people/invite">Invite somebody</Button>}
    <search>
      <form method="get" action="/staff/people" class="govuk-!-margin-bottom-6">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="q">
            Search by name or email address
          </label>
          <input class="govuk-input govuk-!-width-one-third" id="q" name="q" type="search" value={search} />{' '}
          <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0">
            Search
          </button>
        </div>
      </form>
    </search>
    <Found people={people} total={total} search={search} waiting={waiting} page={page} />
  </StaffPage>
)

const Found = ({ people, total, search, waiting, page }: Omit<Props, 'mayInvite'>) => {
  if (total === 0) return <p class="govuk-body">{search ? `Nobody matches “${search}”.` : 'Nobody yet.'}</p>
  const first = (page - 1) * PAGE_SIZE + 1
  return (
    <>
      <Scrollable label="People">
        <Table
          caption={`${total === 1 ? '1 person' : `${total} people`}${total > PAGE_SIZE ? `, showing ${first} to ${first + people.length - 1}` : ''}`}
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          head={['Name', 'Email address', 'Roles', 'Account']}
          rows={people.map((person) => [
            <Name person={person} />,
            <bdi>{person.email}</bdi>,
            <Roles person={person} />,
            <StatusTag status={person.status} />,
          ])}
        />
      </Scrollable>
      <Pages total={total} search={search} waiting={waiting} page={page} />
    </>
  )
}

const Name = ({ person }: { person: Listed }) => (
  <a class="govuk-link" href={`/staff/people/${person.id}`}>
    <bdi>{person.name}</bdi>
  </a>
)

const Roles = ({ person }: { person: Listed }) => {
  const lines = [
    ...person.roles.map((role) => ROLE_LABELS[role]),
    ...person.waiting.map((role) => `${ROLE_LABELS[role]} (waiting for a second person)`),
  ]
  if (lines.length === 0) return <span>None</span>
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

const Pages = ({ total, search, waiting, page }: Pick<Props, 'total' | 'search' | 'waiting' | 'page'>) => {
  const last = Math.ceil(total / PAGE_SIZE)
  if (last <= 1) return null
  const href = (to: number) =>
    `/staff/people?${new URLSearchParams({ ...(search ? { q: search } : {}), ...(waiting ? { waiting: '1' } : {}), page: String(to) })}`
  return (
    <Pagination
      previous={page > 1 ? { href: href(page - 1) } : undefined}
      next={page < last ? { href: href(page + 1) } : undefined}
      items={pagesAround(page, last).map((number) =>
        number === null ? { ellipsis: true } : { number, href: href(number), current: number === page },
      )}
    />
  )
}

/** First, last and the neighbours; null where some are left out. */
function pagesAround(page: number, last: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, last])].filter((n) => n >= 1 && n <= last)
  return shown.flatMap((n, i) => (i > 0 && n - (shown[i - 1] ?? n) > 1 ? [null, n] : [n]))
}
