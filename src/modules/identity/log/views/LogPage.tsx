import { iso, momentWords } from '../../../../kernel/moments.ts'
import {
  Button,
  Details,
  Input,
  Pagination,
  Scrollable,
  Select,
  StaffPage,
  Table,
} from '../../../../ui/index.ts'
import { actInWords } from '../../people/history.ts'
import type { LogEntry } from '../domain.ts'
import type { LogQuery } from '../forms.ts'
import type { LogView } from '../read.ts'
import { factsInWords } from '../words.ts'

type Props = { view: LogView; query: LogQuery; errors: readonly { name: string; message: string }[] }

export const LogPage = ({ view, query, errors }: Props) => (
  <StaffPage title="Log" wide form={{ errors }}>
    <p class="govuk-body">
      Who did what, outside the vault. Reading this page is logged too. Nothing here says what a record holds.
    </p>
    <Filter view={view} query={query} errors={errors} />
    {view.entries.length === 0 ? (
      <p class="govuk-body">Nothing in the log matches.</p>
    ) : (
      <Entries view={view} query={query} />
    )}
    <Older view={view} query={query} />
  </StaffPage>
)

const Filter = ({ view, query, errors }: Props) => {
  const open = Object.entries(query).some(([name, value]) => name !== 'before' && value !== '')
  return (
    <Details summary="Narrow the log" open={open}>
      <form method="get" action="/staff/log" novalidate>
        {query.person && (
          <p class="govuk-body">
            Person: <bdi>{view.names.get(query.person) ?? query.person}</bdi>{' '}
            <a class="govuk-link" href={linkOf({ ...query, person: '', before: '' })}>
              Everybody
            </a>
            <input type="hidden" name="person" value={query.person} />
          </p>
        )}
        <Select
          id="action"
          name="action"
          label="What was done"
          value={query.action}
          items={[
            { value: '', text: 'Anything' },
            ...view.actions.map((action) => ({ value: action, text: actInWords({ action, detail: {} }) })),
          ]}
        />
        <Input
          id="subject"
          name="subject"
          label="What it is about"
          hint="The letters and numbers at the end of the address of its page."
          value={query.subject}
          classes="govuk-input--width-30"
        />
        <Day name="from" label="First day" hint="For example, 23/11/2026" query={query} errors={errors} />
        <Day name="to" label="Last day" hint="For example, 24/11/2026" query={query} errors={errors} />
        <Button>Show</Button>
      </form>
    </Details>
  )
}

type DayProps = Omit<Props, 'view'> & { name: 'from' | 'to'; label: string; hint: string }

const Day = ({ name, label, hint, query, errors }: DayProps) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    value={query[name]}
    errorMessage={errors.find((error) => error.name === name)?.message}
    classes="govuk-input--width-10"
  />
)

/** The log's address with these filters. */
function linkOf(query: Readonly<Record<string, string>>): string {
  const used = Object.entries(query).filter(([, value]) => value !== '')
  return used.length === 0 ? '/staff/log' : `/staff/log?${new URLSearchParams(used)}`
}

const Entries = ({ view, query }: Omit<Props, 'errors'>) => (
  <Scrollable label="Log">
    <Table
      head={['When', 'Who', 'What', 'About', 'Details']}
      rows={view.entries.map((entry) => [
        <time datetime={iso(entry.at)}>{momentWords(entry.at)}</time>,
        <Who entry={entry} view={view} query={query} />,
        actInWords({ action: entry.action, detail: {} }),
        <Subject entry={entry} view={view} query={query} />,
        factsInWords(entry.detail),
      ])}
    />
  </Scrollable>
)

type EntryProps = { entry: LogEntry; view: LogView; query: LogQuery }

const Who = ({ entry, view, query }: EntryProps) => {
  if (!entry.actorId)
    return <>{entry.actor === 'public' ? 'Somebody from the public' : `Kith: ${entry.actor}`}</>
  return (
    <a class="govuk-link" href={linkOf({ ...query, person: entry.actorId, before: '' })}>
      <bdi>{view.names.get(entry.actorId) ?? 'Somebody unknown'}</bdi>
    </a>
  )
}

const Subject = ({ entry, view, query }: EntryProps) => {
  if (!entry.subject) return null
  return (
    <a class="govuk-link kith-break" href={linkOf({ ...query, subject: entry.subject, before: '' })}>
      <bdi>{view.names.get(entry.subject) ?? entry.subject}</bdi>
    </a>
  )
}

const Older = ({ view, query }: Omit<Props, 'errors'>) => {
  const last = view.entries.at(-1)
  if (!view.more || !last) return null
  return <Pagination next={{ href: linkOf({ ...query, before: String(last.id) }), text: 'Older' }} />
}
