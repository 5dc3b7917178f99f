import { ServiceNavigation } from '../govuk/ServiceNavigation.tsx'
import { useChrome, useWords } from './chrome.ts'
import { serviceName } from './title.ts'

/** The service's name and its main pages; `bare` for a journey, which offers no ways out of it. */
export const Navigation = ({ bare = false }: { bare?: boolean | undefined }) => {
  const chrome = useChrome()
  const { words } = useWords()
  return (
    <ServiceNavigation
      classes="kith-navigation"
      ariaLabel={words.serviceInformation}
      menuButtonText={words.menu}
      serviceName={serviceName(chrome)}
      serviceUrl={chrome.serviceUrl ?? '/'}
      navigation={
        bare ? [] : chrome.navigation.map((link) => ({ ...link, current: link.href === chrome.path }))
      }
    />
  )
}
