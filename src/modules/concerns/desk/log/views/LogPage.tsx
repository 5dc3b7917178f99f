import { momentWords } from '../../../../../kernel/moments.ts'
import { Button, Input, Pagination, Scrollable, Select, StaffPage, Table } from '../../../../../ui/index.ts'
import { ACT_WORDS, PURPOSE_WORDS } from '../../labels.ts'
import { DESK } from '../../paths.ts'
import type { Entry, LogQuery } from '../domain.ts'

type Props = {
  query: LogQuery
  entries: readonly Entry[]
  more: boolean
  actors: readonly { id: string; name: string }[]
}

/** Who read or changed a concern, and when; never what it says. */
export const LogPage = ({ query, entries, more, actors }: Props) => (
  <StaffPage title="Vault log" back="/staff" wide>
    <p class="govuk-body">
      Who read or changed what in the vault. It shows references of concerns, and nothing that anybody wrote.
      That you read it is logged too.
    </p>
    <Filters query={query} actors={actors} />
    {entries.length === 0 ? (
      <p class="govuk-body">There are no entries like this.</p>
    ) : (
      <Entries entries={entries} />
    )}
    {more && <Pagination next={{ href: older(query, entries.at(-1)?.id ?? 0), text: 'Older entries' }} />}
  </StaffPage>
)

function older({ person, action, ref, from, to }: LogQuery, before: number): string {
  const wanted = { person, action, ref, from: from?.toString(), to: to?.toString(), before: String(before) }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value)
  return `${DESK}/log?${query}`
}

const Filters = ({ query, actors }: Pick<Props, 'query' | 'actors'>) => (
  <form method="get" action={`${DESK}/log`} class="govuk-!-margin-bottom-6">
    <Select
      name="person"
      label={{ text: 'Who' }}
      value={query.person}
      items={[{ value: '', text: 'Anybody' }, ...actors.map(({ id, name }) => ({ value: id, text: name }))]}
    />
    <Select
      name="action"
      label={{ text: 'What they did' }}
      value={query.action}
      items={[
        { value: '', text: 'Anything' },
        ...Object.entries(ACT_WORDS).map(([value, text]) => ({ value, text })),
      ]}
    />
    <Input
      name="ref"
      label={{ text: 'Reference of a concern' }}
      value={query.ref}
      classes="govuk-input--width-10"
    />
    <Input
      name="from"
      type="date"
      label={{ text: 'From this day' }}
      value={query.from?.toString()}
      classes="govuk-input--width-10"
    />
    <Input
      name="to"
      type="date"
      label={{ text: 'To this day' }}
      value={query.to?.toString()}
      classes="govuk-input--width-10"
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const Entries = ({ entries }: { entries: readonly Entry[] }) => (
  <Scrollable label="Entries">
    <Table
      caption="The latest first"
      captionClasses="govuk-table__caption--m"
      head={['When', 'Who', 'What they did', 'Concern', 'About']}
      rows={entries.map((entry) => [
        momentWords(entry.at),
        <bdi>{entry.by}</bdi>,
        ACT_WORDS[entry.action] ?? entry.action,
        entry.ref ?? '',
        entry.about ? <bdi>{entry.about}</bdi> : about(entry),
      ])}
    />
  </Scrollable>
)

const about = ({ purpose, searched }: Entry): string =>
  searched ? `${searched} concerns searched. ${PURPOSE_WORDS[purpose ?? ''] ?? ''}` : ''
