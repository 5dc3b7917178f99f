import type { Content } from '../govuk/params.ts'
import { useChrome } from './chrome.ts'
import { Demonstration } from './Demonstration.tsx'
import { Document } from './Document.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { Main } from './Main.tsx'
import { pageTitle } from './title.ts'

export type ErrorPageProps = { title: string; children?: Content }

/** A page that says what went wrong. It needs nothing from the database: no navigation, nobody signed in. */
export const ErrorPage = ({ title, children }: ErrorPageProps) => (
  <Document title={pageTitle(useChrome(), title, undefined)} noindex>
    <header class="govuk-template__header">
      <Header />
      <div class="govuk-width-container">
        <Demonstration />
      </div>
    </header>
    <div class="govuk-width-container">
      <Main title={title}>{children}</Main>
    </div>
    <Footer />
  </Document>
)
