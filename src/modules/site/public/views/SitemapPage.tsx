import { PublicPage } from '../../../../ui/index.ts'
import { languageOf } from '../../languages.ts'
import { addressOf } from '../../pages/address.ts'
import type { LivePage } from '../domain.ts'

const OWN = [
  { href: '/concerns', text: 'Worried about somebody?' },
  { href: '/what-we-hold', text: 'What we hold' },
]

/** Every page of the site, each under the one above it. */
export const SitemapPage = ({ pages }: { pages: readonly LivePage[] }) => (
  <PublicPage title="All pages" breadcrumbs={[{ text: 'Home', href: '/' }]}>
    <Under parent={null} pages={pages} depth={0} />
    <h2 class="govuk-heading-m">Other parts of this site</h2>
    <ul class="govuk-list govuk-list--bullet">
      {OWN.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </PublicPage>
)

type Level = { parent: string | null; pages: readonly LivePage[]; depth: number }
const DEEPEST = 6

const Under = ({ parent, pages, depth }: Level) => {
  const here = pages
    .filter((page) => page.language === page.original && isUnder(page, parent, pages))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
  if (here.length === 0 || depth > DEEPEST) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {here.map((page) => (
        <li>
          <PageLink page={page} text={page.title} />
          {pages
            .filter((other) => other.id === page.id && other.language !== page.language)
            .map((other) => (
              <>
                {' · '}
                <PageLink page={other} text={`${languageOf(other.language).own}: ${other.title}`} />
              </>
            ))}
          <Under parent={page.id} pages={pages} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}

/** A page whose own parent is not public stands at the top, rather than nowhere. */
function isUnder(page: LivePage, parent: string | null, pages: readonly LivePage[]): boolean {
  if (parent !== null) return page.parentId === parent
  return page.parentId === null || !pages.some((other) => other.id === page.parentId)
}

const PageLink = ({ page, text }: { page: LivePage; text: string }) => {
  const { code, dir } = languageOf(page.language)
  return (
    <a class="govuk-link" href={addressOf(page.slug, page.language, page.original)} hreflang={code}>
      <bdi lang={code} dir={dir}>
        {text}
      </bdi>
    </a>
  )
}
