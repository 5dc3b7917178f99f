import type { Content } from '../govuk/params.ts'
import { SubNavigation } from '../moj/SubNavigation.tsx'
import { Before, type BeforeProps } from './Before.tsx'
import { type ChromeLink, useChrome } from './chrome.ts'
import { Demonstration } from './Demonstration.tsx'
import { Document } from './Document.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { Main, type MainProps } from './Main.tsx'
import { Navigation } from './Navigation.tsx'
import { SignedIn } from './SignedIn.tsx'
import { pageTitle } from './title.ts'

export type StaffPageProps = MainProps &
  BeforeProps & {
    /** Pages of this section. */
    subNavigation?: readonly ChromeLink[] | undefined
    /** Between the navigation and the page, such as the state of the vault. */
    banner?: Content
  }

/** A page for officers: who is signed in, how to sign out, and the pages that their role has. */
export const StaffPage = ({ children, ...props }: StaffPageProps) => {
  const chrome = useChrome()
  return (
    <Document title={pageTitle(chrome, props.title, props.form)} noindex bodyClasses="kith-staff">
      <header class="govuk-template__header">
        <Header href={chrome.serviceUrl ?? '/staff'} />
        <SignedIn />
        <Navigation />
        <div class="govuk-width-container">
          <Demonstration />
          {props.banner}
          {props.subNavigation && <SubNavigation items={props.subNavigation} />}
          <Before {...props} />
        </div>
      </header>
      <div class="govuk-width-container">
        <Main {...props}>{children}</Main>
      </div>
      <Footer />
    </Document>
  )
}
