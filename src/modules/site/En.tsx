import type { ComponentChildren } from 'preact'

/** Kith's own words, which are English as yet, on a page that may be in another language. */
export const En = ({ children }: { children: ComponentChildren }) => (
  <bdi lang="en" dir="ltr">
    {children}
  </bdi>
)
