import { Temporal } from '../../../kernel/clock.ts'
import type { QuotedFigure } from '../figures/domain.ts'

/** The demonstration's council, with the service numbers that its own page gave. */
export const DEMO_AUTHORITY = {
  name: 'Westminster City Council',
  shortName: 'Westminster',
  concernPhone: '020 7641 6032',
  concernHours: '',
  contactPhone: '020 7641 6032',
  brandColour: '#1d4f91',
  languages: ['en'],
  dataProtectionContact: 'write to the data protection officer at this council',
} as const

const DOCUMENT = {
  source: 'Westminster City Council, Prevent in communities',
  date: Temporal.PlainDate.from('2019-01-24'),
}

export const DEMO_FIGURES: readonly Omit<QuotedFigure, 'version'>[] = [
  {
    ...DOCUMENT,
    name: 'parenting-first-series',
    value: '4',
    unit: 'series',
    counts:
      'Series of the parenting programme held in Westminster, counted from May 2016, before the programme grew.',
  },
  {
    ...DOCUMENT,
    name: 'parenting-parents',
    value: '57',
    unit: 'parents',
    counts: 'Parents to whom those first 4 series were delivered, from May 2016.',
  },
  {
    ...DOCUMENT,
    name: 'parenting-series-year',
    value: 'more than 10',
    unit: 'series',
    counts:
      'Series of the parenting programme held in the year to January 2019. The document gives no exact number.',
  },
  {
    ...DOCUMENT,
    name: 'stronger-sessions',
    value: '6',
    unit: 'sessions',
    counts: 'Sessions in the series Creating Stronger Communities, one a week.',
  },
]

/** What a council's data protection officer might set: examples, and marked as such. */
export const DEMO_RECORDS: Readonly<
  Record<string, { recipients: string; condition: string; reviewAfter: number; deleteAfter: number }>
> = {
  concerns: {
    recipients:
      'Safeguarding officers of this council. Children’s services, adults’ services and the police, when somebody is at risk.',
    condition: 'Example: Data Protection Act 2018, Schedule 1, paragraph 18 (safeguarding)',
    reviewAfter: 12,
    deleteAfter: 72,
  },
  'concerns-log': {
    recipients: 'The data protection officer.',
    condition: '',
    reviewAfter: 12,
    deleteAfter: 84,
  },
  accounts: { recipients: 'Colleagues in this council.', condition: '', reviewAfter: 12, deleteAfter: 24 },
  log: { recipients: 'The data protection officer.', condition: '', reviewAfter: 12, deleteAfter: 84 },
  ratings: { recipients: 'Nobody outside this council.', condition: '', reviewAfter: 12, deleteAfter: 24 },
  pages: { recipients: 'Everybody: pages are public.', condition: '', reviewAfter: 12, deleteAfter: 120 },
  settings: { recipients: 'Everybody: this is public.', condition: '', reviewAfter: 12, deleteAfter: 120 },
}

/** Ratings of the three versions, so many days ago. */
export const DEMO_RATINGS: readonly {
  version: 1 | 2 | 3
  useful: boolean
  comment: string
  daysAgo: number
}[] = [
  { version: 1, useful: false, comment: 'It does not say which projects there are.', daysAgo: 590 },
  { version: 1, useful: false, comment: 'I wanted to know what you do for young people.', daysAgo: 571 },
  { version: 1, useful: true, comment: '', daysAgo: 566 },
  { version: 2, useful: true, comment: 'The parenting course was what I was looking for.', daysAgo: 498 },
  { version: 2, useful: true, comment: '', daysAgo: 480 },
  { version: 2, useful: false, comment: 'Is there anything for people in their twenties?', daysAgo: 455 },
  { version: 3, useful: true, comment: '', daysAgo: 300 },
  { version: 3, useful: true, comment: 'Clear. I called the number and somebody answered.', daysAgo: 204 },
  { version: 3, useful: true, comment: '', daysAgo: 121 },
  { version: 3, useful: true, comment: '', daysAgo: 58 },
  { version: 3, useful: false, comment: 'The numbers are from 2019. What has happened since?', daysAgo: 33 },
  { version: 3, useful: false, comment: '', daysAgo: 12 },
]
