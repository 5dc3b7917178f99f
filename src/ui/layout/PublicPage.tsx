import { EXIT_URL, ExitThisPage } from '../govuk/ExitThisPage.tsx'
import { LanguageNavigation } from '../govuk/LanguageNavigation.tsx'
import type { Content } from '../govuk/params.ts'
import { SkipLink } from '../govuk/SkipLink.tsx'
import { Before, type BeforeProps } from './Before.tsx'
import { useChrome } from './chrome.ts'
import { Demonstration } from './Demonstration.tsx'
import { Document } from './Document.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { Main, type MainProps } from './Main.tsx'
import { Navigation } from './Navigation.tsx'
import { pageTitle } from './title.ts'

export type PublicPageProps = MainProps &
  BeforeProps & {
    /** On every page of a journey that somebody must not see you read. */
    exitThisPage?: boolean | undefined
    noindex?: boolean | undefined
    /** No navigation: for journeys, which offer no ways out of them. */
    bare?: boolean | undefined
    meta?: { description?: string | undefined } | undefined
    /** As words, such as "24 January 2019". */
    lastUpdated?: Content
  }

/** A page for residents: the council's header, its navigation, and the footer that every page owes. */
export const PublicPage = ({ children, ...props }: PublicPageProps) => {
  const chrome = useChrome()
  const title = pageTitle(chrome, props.title, props.form)
  return (
    <Document title={title} description={props.meta?.description} noindex={props.noindex}>
      <header class="govuk-template__header">
        {props.exitThisPage && <ExitSkipLink />}
        <Header />
        <Navigation bare={props.bare} />
        <div class="govuk-width-container">
          <Demonstration />
          <Languages />
          <Before {...props} />
        </div>
      </header>
      <div class="govuk-width-container">
        {props.exitThisPage && <ExitThisPage />}
        <Main {...props}>
          {children}
          {props.lastUpdated && <p class="kith-updated govuk-body-s">Last updated: {props.lastUpdated}</p>}
        </Main>
      </div>
      <Footer />
    </Document>
  )
}

/** The first thing that a keyboard reaches after "Skip to main content". */
const ExitSkipLink = () => (
  <SkipLink
    href={EXIT_URL}
    classes="govuk-js-exit-this-page-skiplink"
    attributes={{ rel: 'nofollow noreferrer' }}
  >
    Exit this page
  </SkipLink>
)

const Languages = () => {
  const { languages, lang } = useChrome()
  if (!languages || languages.length < 2) return null
  return <LanguageNavigation items={languages.map((item) => ({ ...item, current: item.lang === lang }))} />
}
