import type { Instant } from '../../../../../kernel/clock.ts'
import { shortMomentWords } from '../../../../../kernel/moments.ts'
import {
  Button,
  type Cell,
  Details,
  Pagination,
  Scrollable,
  SubNavigation,
  Table,
  Tag,
} from '../../../../../ui/index.ts'
import { CHECK_MEANS, CLOCK_MEANS, clockWords } from '../../clock.ts'
import { CHANNEL_WORDS, STATUS_WORDS } from '../../labels.ts'
import { concernPath, DESK } from '../../paths.ts'
import { UnlockBox, type UnlockProps } from '../../vault/views/UnlockPage.tsx'
import { DeskPage } from '../../views/DeskPage.tsx'
import { afterOf, type Query, type QueueRow, type Show, type Sort } from '../domain.ts'

const SHOW_WORDS: Readonly<Record<Show, string>> = {
  open: 'All open',
  mine: 'Mine',
  unassigned: 'Not assigned',
  overdue: 'Overdue',
  'to-check': 'Hand-overs to check',
  closed: 'Closed',
}
const SORT_WORDS: Readonly<Record<Sort, string>> = {
  clock: 'Danger now, then the oldest clock',
  newest: 'Last to come first',
  oldest: 'First to come first',
}

export type QueuePageProps = {
  query: Query
  rows: readonly QueueRow[]
  more: boolean
  now: Instant
  /** Undefined when the vault is open. */
  unlock: UnlockProps | undefined
}

const href = ({ show, sort }: Pick<Query, 'show' | 'sort'>, after?: string): string =>
  `${DESK}?show=${show}&sort=${sort}${after ? `&after=${encodeURIComponent(after)}` : ''}`

/** What waits for an officer, without a word of what anybody wrote. */
export const QueuePage = ({ query, rows, more, now, unlock }: QueuePageProps) => {
  const last = rows.at(-1)
  return (
    <DeskPage title="Concerns" open={!unlock} wide>
      {unlock && <UnlockBox {...unlock} />}
      <Button href={`${DESK}/new`} classes="govuk-button--secondary">
        Record a concern
      </Button>
      <Filters query={query} />
      {rows.length === 0 ? (
        <p class="govuk-body">There are none here.</p>
      ) : (
        <Rows rows={rows} now={now} query={query} />
      )}
      {more && last && (
        <Pagination next={{ href: href(query, afterOf(last, query.sort)), text: 'Next page' }} />
      )}
      {query.after && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(query)}>
            Back to the first page
          </a>
        </p>
      )}
      <Details summary="What the clocks mean">
        <p class="govuk-body">{CLOCK_MEANS}</p>
        <p class="govuk-body">{CHECK_MEANS}</p>
      </Details>
    </DeskPage>
  )
}

const Filters = ({ query }: { query: Query }) => (
  <>
    <SubNavigation
      label="Which concerns"
      items={Object.entries(SHOW_WORDS).map(([show, text]) => ({
        href: `${DESK}?show=${show}`,
        text,
        active: show === query.show,
      }))}
    />
    <p class="govuk-body-s govuk-!-margin-top-4">
      In order:{' '}
      {(['clock', 'newest', 'oldest'] as const).map((sort, index) => (
        <>
          {index > 0 && ', '}
          {sort === query.sort ? (
            <strong>{SORT_WORDS[sort]}</strong>
          ) : (
            <a class="govuk-link" href={href({ show: query.show, sort })}>
              {SORT_WORDS[sort]}
            </a>
          )}
        </>
      ))}
    </p>
  </>
)

const Rows = ({ rows, now, query }: { rows: readonly QueueRow[]; now: Instant; query: Query }) => (
  <Scrollable label="Concerns">
    <Table
      caption={`${SHOW_WORDS[query.show]}, ${SORT_WORDS[query.sort].toLowerCase()}`}
      captionClasses="govuk-table__caption--m"
      head={['Reference', 'Danger now', 'Clock', 'Assigned to', 'Status', 'Received', 'How it came']}
      firstCellIsHeader
      rows={rows.map((row) => [
        <a class="govuk-link kith-whole" href={concernPath(row.id)}>
          {row.ref}
        </a>,
        row.dangerNow ? <Tag classes="govuk-tag--red">Danger now</Tag> : 'No',
        clockCell(row, now),
        row.assigned ? <bdi>{row.assigned}</bdi> : 'Nobody yet',
        marked(STATUS_WORDS[row.status], row.toCheck && 'Hand-over to check', 'yellow'),
        shortMomentWords(row.receivedAt),
        marked(CHANNEL_WORDS[row.channel], row.burst && 'One of many at once', 'grey'),
      ])}
    />
  </Scrollable>
)

// Cells are words wherever they can be: those are drawn fastest.

/** Words, and a tag beside them when there is something to mark. */
const marked = (words: string | undefined, mark: string | false, colour: string): Cell =>
  mark ? (
    <>
      {words}
      <Tag classes={`govuk-tag--${colour}`}>{mark}</Tag>
    </>
  ) : (
    words
  )

function clockCell(row: QueueRow, now: Instant): Cell {
  const clocks = clockWords(row, now)
  const [only] = clocks
  if (!only) return 'No clock runs'
  if (clocks.length === 1 && !only.overdue) return only.text
  return clocks.map(({ text, overdue }) => (
    <div>{overdue ? <Tag classes="govuk-tag--red">{text}</Tag> : text}</div>
  ))
}
