import * as kit from '../../src/ui/index.ts'

export const GalleryParts = () => (
  <>
    <kit.WarningText>In an emergency, call 999.</kit.WarningText>
    <kit.InsetText>You do not have to give your name.</kit.InsetText>
    <kit.Details summary="What happens next">We read what you send within one working day.</kit.Details>
    <kit.NotificationBanner text="The contact line is closed on Monday." titleId="notice-closed" />
    <kit.Panel title="We have it" headingLevel={2}>
      Your receipt is
      <br />
      <strong>river lamp seven</strong>
    </kit.Panel>
    <kit.SummaryList card={{ title: 'What you told us' }} rows={SUMMARY} />
    <kit.Table
      caption="Sessions"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={['Series', { text: 'Parents', format: 'numeric' }, 'Status']}
      rows={[
        ['Spring', { text: '57', format: 'numeric' }, <kit.Tag classes="govuk-tag--green">Done</kit.Tag>],
        ['Summer', { text: '8', format: 'numeric' }, <kit.Tag>Open</kit.Tag>],
      ]}
    />
    <kit.TaskList items={TASKS} />
    <kit.Tabs items={TABS} />
    <kit.Pagination
      previous={{ href: '/?page=1' }}
      next={{ href: '/?page=3' }}
      items={[1, 2, 3].map((number) => ({ number, href: `/?page=${number}`, current: number === 2 }))}
    />
    <kit.Pagination
      landmarkLabel="More pages"
      previous={{ href: '/before', labelText: 'Before you start' }}
      next={{ href: '/after', labelText: 'What happens next' }}
    />
    <kit.Button isStartButton href="/concerns/start">
      Start now
    </kit.Button>
    <kit.Timeline items={TIMELINE} />
  </>
)

const SUMMARY = [
  {
    key: 'What worries you',
    value: 'My neighbour has changed',
    actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'what worries you' }] },
  },
  { key: 'When', value: 'Not given' },
]

const TASKS: kit.Task[] = [
  {
    title: 'Set the legal basis',
    href: '/basis',
    hint: 'The data protection officer',
    status: { text: 'Completed' },
  },
  {
    title: 'Set the periods',
    href: '/periods',
    status: { tag: { text: 'Incomplete', classes: 'govuk-tag--blue' } },
  },
]

const TABS: kit.Tab[] = [
  { label: 'This week', id: 'this-week', panel: { text: 'Three received.' } },
  { label: 'Last week', id: 'last-week', panel: { text: 'One received.' } },
]

const TIMELINE: kit.TimelineItem[] = [
  {
    label: 'Decided',
    byline: 'Sam',
    at: { text: '2 March 2026', iso: '2026-03-02' },
    children: 'Advice was given.',
  },
  { label: 'Received', at: { text: '1 March 2026', iso: '2026-03-01' }, children: 'From the website.' },
]
