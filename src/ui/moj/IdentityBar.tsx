import type { Content } from '../govuk/params.ts'

export type IdentityBarProps = { title: Content; children?: Content }

/** Whose record this is, kept in sight above the page; children are its actions. */
export const IdentityBar = ({ title, children }: IdentityBarProps) => (
  <div class="moj-identity-bar">
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">
        <span class="moj-identity-bar__title">{title}</span>
      </div>
      {children && <div class="moj-identity-bar__actions">{children}</div>}
    </div>
  </div>
)
