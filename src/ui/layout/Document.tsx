import type { Content } from '../govuk/params.ts'
import { SkipLink } from '../govuk/SkipLink.tsx'
import { SUPPORTED_SCRIPT } from '../script.ts'
import { type Chrome, useChrome, useWords } from './chrome.ts'
import { iconFor } from './icon.ts'

type Props = {
  /** The whole of the title element. */
  title: string
  description?: string | undefined
  noindex?: boolean | undefined
  bodyClasses?: string | undefined
  children?: Content
}

/** `<html>`: what every page shares, whoever reads it. */
export const Document = ({ title, description, noindex, bodyClasses, children }: Props) => {
  const chrome = useChrome()
  const { words, wordsLang } = useWords()
  const hidden = noindex || chrome.noindex || chrome.demonstration
  return (
    <html lang={chrome.lang} dir={chrome.dir} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={chrome.authority.brandColour} />
        {description && <meta name="description" content={description} />}
        {hidden && <meta name="robots" content="noindex" />}
        <link rel="icon" type="image/svg+xml" href={iconFor(chrome.authority)} />
        <Assets {...chrome.assets} />
      </head>
      <body class={`govuk-template__body ${bodyClasses ?? ''}`.trim()}>
        <script dangerouslySetInnerHTML={{ __html: SUPPORTED_SCRIPT }} />
        <SkipLink href="#main-content" attributes={{ lang: wordsLang }}>
          {words.skipToContent}
        </SkipLink>
        {children}
        <script type="module" src={chrome.assets.js} />
      </body>
    </html>
  )
}

const Assets = ({ css, brand }: Chrome['assets']) => (
  <>
    <link rel="stylesheet" href={css} />
    {brand && <link rel="stylesheet" href={brand} />}
  </>
)
