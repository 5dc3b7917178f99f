import { EXIT_URL, ExitThisPage } from '../govuk/ExitThisPage.tsx'
import { LanguageNavigation } from '../govuk/LanguageNavigation.tsx'
import type { Content } from '../govuk/params.ts'
import { SkipLink } from '../govuk/SkipLink.tsx'
import { Before, type BeforeProps } from './Before.tsx'
import { useChrome, useWords } from './chrome.ts'
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
        {props.exitThisPage && <Exit />}
        <Main {...props}>
          {children}
          {props.lastUpdated && <Updated on={props.lastUpdated} />}
        </Main>
      </div>
      <Footer />
    </Document>
  )
}

const Updated = ({ on }: { on: Content }) => {
  const { words, wordsLang } = useWords()
  return (
    <p class="kith-updated govuk-body-s" lang={wordsLang}>
      {words.lastUpdated} {on}
    </p>
  )
}

const Exit = () => {
  const { words, wordsLang } = useWords()
  const { exit } = words
  return (
    <ExitThisPage
      attributes={{ lang: wordsLang }}
      activatedText={exit.activated}
      timedOutText={exit.timedOut}
      pressTwoMoreTimesText={exit.pressTwoMore}
      pressOneMoreTimeText={exit.pressOneMore}
    >
      <span class="govuk-visually-hidden">{exit.emergency}</span> {exit.text}
    </ExitThisPage>
  )
}

/** The first thing that a keyboard reaches after "Skip to main content". */
const ExitSkipLink = () => {
  const { words, wordsLang } = useWords()
  return (
    <SkipLink
      href={EXIT_URL}
      classes="govuk-js-exit-this-page-skiplink"
      attributes={{ rel: 'nofollow noreferrer', lang: wordsLang }}
    >
      {words.exit.text}
    </SkipLink>
  )
}

const Languages = () => {
  const { languages, lang } = useChrome()
  const { words } = useWords()
  if (!languages || languages.length < 2) return null
  const items = languages.map((item) => ({ ...item, current: item.lang === lang }))
  return <LanguageNavigation items={items} ariaLabel={words.language} />
}
