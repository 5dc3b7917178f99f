import type { Temporal } from '../../../../kernel/clock.ts'
import { dateWords, dayWords } from '../../../../kernel/moments.ts'
import { InLanguage, InsetText, PublicPage } from '../../../../ui/index.ts'
import { En } from '../../En.tsx'
import { languageOf } from '../../languages.ts'
import { type Fill, Markdown } from '../../markdown/index.ts'
import { addressOf } from '../../pages/address.ts'
import { isOverdue } from '../../pages/domain.ts'
import { RatePrompt } from '../../ratings/views/RatePrompt.tsx'
import { type LivePage, type PublishedPage, pathTo } from '../domain.ts'
import { FiguresOnPage } from './FiguresOnPage.tsx'

export type ContentPageProps = {
  page: PublishedPage
  pages: readonly LivePage[]
  fills: ReadonlyMap<string, Fill>
  today: Temporal.PlainDate
}

/** A published page. Nothing on it depends on who reads it. */
export const ContentPage = ({ page, pages, fills, today }: ContentPageProps) => {
  const { dir } = languageOf(page.language)
  const overdue = isOverdue(page.reviewDue, today)
  return (
    <InLanguage lang={page.language} dir={dir} languages={otherLanguages(page, pages)}>
      <PublicPage
        title={page.title}
        meta={{ description: wordsOf(page.summary, fills) }}
        breadcrumbs={page.slug === '' ? undefined : breadcrumbs(page, pages)}
        lastUpdated={<time datetime={page.publishedAt.toString()}>{dateWords(page.publishedAt)}</time>}
      >
        <p class="govuk-body-l">{wordsOf(page.summary, fills)}</p>
        {page.originalMovedOn && <MovedOn page={page} />}
        <Markdown source={page.body} fills={fills} />
        <FiguresOnPage source={page.body} fills={fills} />
        {overdue && (
          <p class="govuk-body">
            <En>Review overdue since {dayWords(page.reviewDue)}.</En>
          </p>
        )}
        <RatePrompt versionId={page.versionId} />
      </PublicPage>
    </InLanguage>
  )
}

/** A line with the council's own words filled in: a summary is plain text. */
const wordsOf = (text: string, fills: ReadonlyMap<string, Fill>): string =>
  text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    const fill = fills.get(name.trim())
    return fill && fill.kind !== 'figure' ? fill.text : ''
  })

const MovedOn = ({ page }: { page: PublishedPage }) => (
  <InsetText>
    <En>
      The original of this page has changed since it was translated.{' '}
      <a
        class="govuk-link"
        href={addressOf(page.slug, page.original, page.original)}
        hreflang={page.original}
      >
        Read the newest text in {languageOf(page.original).name}
      </a>
      .
    </En>
  </InsetText>
)

const breadcrumbs = (page: LivePage, pages: readonly LivePage[]) => [
  { text: 'Home', href: '/' },
  ...pathTo(page, pages).map((above) => ({
    text: above.title,
    href: addressOf(above.slug, above.language, above.original),
  })),
]

const otherLanguages = (page: LivePage, pages: readonly LivePage[]) =>
  pages
    .filter((other) => other.id === page.id)
    .sort((a, b) => Number(b.language === b.original) - Number(a.language === a.original))
    .map((other) => {
      const { code, own, dir } = languageOf(other.language)
      return { href: addressOf(other.slug, other.language, other.original), text: own, lang: code, dir }
    })
