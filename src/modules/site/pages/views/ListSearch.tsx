import { Button, Input, Select } from '../../../../ui/index.ts'
import type { ListFilter } from '../list/domain.ts'

const SHOW = { all: 'All pages', overdue: 'Overdue for review', open: 'Being written', archived: 'Archived' }

/** Looks for pages by title or address. */
export const ListSearch = ({ filter }: { filter: ListFilter }) => (
  <search>
    <form method="get" action="/staff/pages">
      <Input
        name="q"
        id="q"
        label={{ text: 'Search by title or address' }}
        value={filter.q || undefined}
        classes="govuk-input--width-20"
      />
      <Select
        name="show"
        id="show"
        label={{ text: 'Show' }}
        value={filter.show}
        items={Object.entries(SHOW).map(([value, text]) => ({ value, text }))}
      />
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
  </search>
)
