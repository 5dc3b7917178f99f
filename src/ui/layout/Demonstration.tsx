import { PhaseBanner } from '../govuk/PhaseBanner.tsx'
import { useChrome } from './chrome.ts'

/** On every page of a demonstration, so that nobody takes it for the council's own service. */
export const Demonstration = () =>
  useChrome().demonstration ? (
    <PhaseBanner classes="kith-demonstration" tag="Demonstration">
      This is a demonstration, not a council service. In an emergency call 999.
    </PhaseBanner>
  ) : null
