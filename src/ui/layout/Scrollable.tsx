import type { Content } from '../govuk/params.ts'

export type ScrollableProps = { label: string; children: Content }

/** Lets a wide table scroll sideways on a small screen, by finger or keyboard, instead of widening the page. */
export const Scrollable = ({ label, children }: ScrollableProps) => (
  <div class="kith-scroll" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
