import { type Attributes, type Common, type Content, cx } from './params.ts'

export type LanguageItem = {
  text: Content
  href?: string | undefined
  current?: boolean | undefined
  lang?: string | undefined
  hrefLang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  /** Said in the page's own language, for people who hear the link alone. */
  languageDescriptionText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}
export type LanguageNavigationProps = Common & {
  items: readonly LanguageItem[]
  ariaLabel?: string | undefined
}

export const LanguageNavigation = ({ items, ariaLabel, classes, attributes }: LanguageNavigationProps) => (
  <nav class={cx('govuk-language-navigation', classes)} {...attributes} aria-label={ariaLabel ?? 'Language'}>
    <ul class="govuk-language-navigation__list">
      {items.map((item) => (
        <li class="govuk-language-navigation__list-item">
          {item.current || !item.href ? <Current {...item} /> : <Other {...item} />}
        </li>
      ))}
    </ul>
  </nav>
)

const Current = ({ text, lang, dir, classes, attributes }: LanguageItem) => (
  <span
    class={cx('govuk-language-navigation__text', classes)}
    aria-current="true"
    lang={lang || undefined}
    dir={dir}
    {...attributes}
  >
    {text}
  </span>
)

const Other = ({
  text,
  href,
  lang,
  hrefLang,
  dir,
  classes,
  attributes,
  languageDescriptionText,
}: LanguageItem) => (
  <a
    class={cx('govuk-language-navigation__link', classes)}
    href={href ?? ''}
    rel="alternate"
    lang={lang || undefined}
    hreflang={hrefLang || lang || undefined}
    dir={dir}
    {...attributes}
  >
    {text}
    {languageDescriptionText && <span class="govuk-visually-hidden"> {languageDescriptionText}</span>}
  </a>
)
