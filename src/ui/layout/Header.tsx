import { useChrome } from './chrome.ts'

/** The council's name in the council's colour. No crown: that is GOV.UK's. */
export const Header = ({ href = '/' }: { href?: string }) => {
  const { authority } = useChrome()
  return (
    <div class="kith-header">
      <div class="kith-header__container govuk-width-container">
        <a class="kith-header__link" href={href}>
          {authority.name}
        </a>
      </div>
    </div>
  )
}
