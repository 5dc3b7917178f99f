import type { Instant } from '../../../../../kernel/clock.ts'
import { momentWords } from '../../../../../kernel/moments.ts'
import { Scrollable, StaffPage, Table } from '../../../../../ui/index.ts'
import { CHECK_MEANS, CLOCK_MEANS, overdueWords } from '../../clock.ts'
import type { Figures, OverdueClock } from '../store.ts'

type Props = { figures: Figures; overdue: readonly OverdueClock[]; now: Instant }

/** How long concerns wait, for managers: no reference, no name and no content. */
export const ClocksPage = ({ figures, overdue, now }: Props) => (
  <StaffPage title="Concern clocks" back="/staff" wide>
    <p class="govuk-body">
      As of {momentWords(now)}. These figures are for managers only. They are never published.
    </p>
    <Scrollable label="Figures">
      <Table
        caption="Figures"
        captionClasses="govuk-table__caption--m"
        head={['Figure', { text: 'Number', format: 'numeric' }, 'What it means']}
        firstCellIsHeader
        rows={ROWS(figures).map(([name, number, meaning]) => [
          name,
          { text: number, format: 'numeric' },
          meaning,
        ])}
      />
    </Scrollable>
    <p class="govuk-body">{CLOCK_MEANS}</p>
    <p class="govuk-body">{CHECK_MEANS}</p>
    <h2 class="govuk-heading-m">Overdue now</h2>
    {overdue.length === 0 ? (
      <p class="govuk-body">No clock is overdue.</p>
    ) : (
      <Scrollable label="Overdue clocks">
        <Table
          caption="The oldest first, 100 at most"
          captionClasses="govuk-table__caption--s"
          head={['Clock', 'Was due', 'Overdue by', 'Assigned']}
          rows={overdue.map(({ clock, dueAt, assigned }) => [
            clock === 'check' ? 'Check of an urgent hand-over' : 'Acknowledgement',
            momentWords(dueAt),
            overdueWords(dueAt, now),
            assigned ? 'Yes' : 'No',
          ])}
        />
      </Scrollable>
    )}
  </StaffPage>
)

const ROWS = (f: Figures): (readonly [string, string, string])[] => [
  ['Open', String(f.open), 'Concerns that are not closed.'],
  ['Not assigned', String(f.unassigned), 'Open concerns that no officer has taken.'],
  [
    'Waiting to be acknowledged',
    String(f.waiting),
    'Open concerns whose acknowledgement clock runs, overdue ones among them.',
  ],
  ['Overdue', String(f.overdue), 'Open concerns not acknowledged by the end of the next working day.'],
  [
    'Acknowledged in time',
    `${f.inTime} of ${f.ended}`,
    'Of the concerns whose acknowledgement was due in the last 30 days, those acknowledged by then.',
  ],
  ['Hand-overs waiting', String(f.checksWaiting), 'Hand-overs to the police that wait for a second officer.'],
  ['Checks owed', String(f.checksOwed), 'Urgent hand-overs that went at once and are not checked yet.'],
  ['Checks overdue', String(f.checksOverdue), 'Of these, those whose working day is over.'],
]
