import { type ChromeLink, useChrome, useWords } from './chrome.ts'
import { complaintLinks, footerLinks } from './links.ts'

/** What every page owes its reader: help, rights, and three ways to complain. */
export const Footer = () => {
  const chrome = useChrome()
  const { authority } = chrome
  const { words, wordsLang } = useWords()
  return (
    <footer class="govuk-template__footer">
      <div class="kith-footer">
        <div class="govuk-width-container">
          <div class="kith-footer__columns" lang={wordsLang}>
            <Links title={words.footer.about} links={chrome.footerLinks ?? footerLinks(words)} />
            <Links title={words.footer.complain} links={complaintLinks(chrome, words)} />
          </div>
          <p class="kith-footer__owner">
            {authority.name}
            {authority.contactPhone && (
              <>
                {' · '}
                <bdi dir="ltr" class="kith-nowrap">
                  {authority.contactPhone}
                </bdi>
              </>
            )}
          </p>
        </div>
      </div>
    </footer>
  )
}

const Links = ({ title, links }: { title: string; links: readonly ChromeLink[] }) => (
  <div class="kith-footer__section">
    <h2 class="govuk-heading-s kith-footer__heading">{title}</h2>
    <ul class="govuk-list kith-footer__list">
      {links.map(({ href, text }) => (
        <li>
          <a class="kith-footer__link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </div>
)
