import { BackLink } from '../govuk/BackLink.tsx'
import { type Breadcrumb, Breadcrumbs } from '../govuk/Breadcrumbs.tsx'
import { useWords } from './chrome.ts'

export type BeforeProps = { back?: string | undefined; breadcrumbs?: readonly Breadcrumb[] | undefined }

/** The way back, in the header so that the skip link passes it and no part of the page is outside a landmark. */
export const Before = ({ back, breadcrumbs }: BeforeProps) => {
  const { words, wordsLang } = useWords()
  return (
    <>
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} labelText={words.youAreHere} collapseOnMobile />}
      {back && (
        <BackLink href={back} attributes={{ lang: wordsLang }}>
          {words.back}
        </BackLink>
      )}
    </>
  )
}
