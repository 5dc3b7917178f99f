import type { Temporal } from '../../../../kernel/clock.ts'
import { dateWords, dayWords } from '../../../../kernel/moments.ts'
import { Button, Details, StaffPage, WideTable } from '../../../../ui/index.ts'
import { Pages, withQuery } from '../../lists/Pages.tsx'
import { isOverdue } from '../domain.ts'
import { type ListFilter, PAGE_SIZE } from '../list/domain.ts'
import type { ListedPage } from '../list/store.ts'
import { ListSearch } from './ListSearch.tsx'
import { pagesSection } from './section.ts'
import { StateTag } from './tags.tsx'

export type PagesListPageProps = {
  pages: readonly ListedPage[]
  total: number
  overdue: number
  filter: ListFilter
  today: Temporal.PlainDate
}

/** Every page of the site, and those whose review is overdue. */
export const PagesListPage = ({ pages, total, overdue, filter, today }: PagesListPageProps) => (
  <StaffPage title="Pages" wide subNavigation={pagesSection('/staff/pages')}>
    <p class="govuk-body">
      <strong>{overdue}</strong> published {overdue === 1 ? 'page is' : 'pages are'} overdue for review.{' '}
      {overdue > 0 && (
        <a class="govuk-link" href="/staff/pages?show=overdue">
          Show overdue pages
        </a>
      )}
    </p>
    <Details summary="How reviews are counted">
      A review is due a set number of months after the page was last published or marked as reviewed. It is
      overdue from the day after that.
    </Details>
    <Button href="/staff/pages/new">Add a page</Button>
    <ListSearch filter={filter} />
    {pages.length === 0 ? <Empty filter={filter} /> : <PagesTable pages={pages} today={today} />}
    <Pages
      page={filter.page}
      size={PAGE_SIZE}
      total={total}
      href={(page) => withQuery('/staff/pages', { q: filter.q, show: filter.show, page })}
    />
  </StaffPage>
)

const Empty = ({ filter }: { filter: ListFilter }) => (
  <p class="govuk-body">
    {filter.q === '' && filter.show === 'all' ? 'There are no pages yet.' : 'No pages match.'}{' '}
    <a class="govuk-link" href="/staff/pages">
      Show all pages
    </a>
  </p>
)

const PagesTable = ({ pages, today }: Pick<PagesListPageProps, 'pages' | 'today'>) => (
  <WideTable
    caption="Pages by title"
    captionClasses="govuk-visually-hidden"
    firstCellIsHeader
    head={['Page', 'Address', 'State', 'Last updated', 'Next review due']}
    rows={pages.map((page) => [
      <a class="govuk-link" href={`/staff/pages/${page.id}`}>
        {page.title}
      </a>,
      `/${page.slug}`,
      <>
        <StateTag state={page.state} /> {page.open && <StateTag state={page.open} />}
      </>,
      page.publishedAt ? dateWords(page.publishedAt) : 'Not yet',
      page.reviewDue ? <Due due={page.reviewDue} today={today} /> : 'Not yet',
    ])}
  />
)

const Due = ({ due, today }: { due: Temporal.PlainDate; today: Temporal.PlainDate }) => (
  <>
    {dayWords(due)}
    {isOverdue(due, today) && <strong> – overdue</strong>}
  </>
)
