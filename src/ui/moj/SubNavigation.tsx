export type SubNavigationItem = { href: string; text: string; active?: boolean | undefined }
export type SubNavigationProps = { items: readonly SubNavigationItem[]; label?: string | undefined }

/** Pages of one section, as tabs that are links. */
export const SubNavigation = ({ items, label = 'Sub navigation' }: SubNavigationProps) => (
  <nav class="moj-sub-navigation" aria-label={label}>
    <ul class="moj-sub-navigation__list">
      {items.map(({ href, text, active }) => (
        <li class="moj-sub-navigation__item">
          <a class="moj-sub-navigation__link" aria-current={active ? 'page' : undefined} href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
