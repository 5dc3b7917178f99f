import type { Content } from '../govuk/params.ts'

export type ScrollablePaneProps = { label: string; children?: Content }

/** Around a table too wide for a telephone: it scrolls sideways by touch or keyboard, and the page does not. */
export const ScrollablePane = ({ label, children }: ScrollablePaneProps) => (
  <section class="moj-scrollable-pane" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
