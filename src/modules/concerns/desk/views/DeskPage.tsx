import { Button, IdentityBar, StaffPage, type StaffPageProps, useChrome } from '../../../../ui/index.ts'
import { DESK, VAULT } from '../paths.ts'

export type DeskPageProps = StaffPageProps & {
  /** Whether the vault is open: its bar then shows how to lock it. */
  open?: boolean | undefined
}

const PAGES = [
  { href: DESK, text: 'Concerns' },
  { href: `${DESK}/new`, text: 'Record a concern' },
  { href: `${DESK}/search`, text: 'Search' },
  { href: VAULT, text: 'The vault' },
]

/** A page for safeguarding officers. */
export const DeskPage = ({ open, children, ...page }: DeskPageProps) => {
  const { path } = useChrome()
  return (
    <StaffPage
      {...page}
      subNavigation={PAGES.map((link) => ({ ...link, active: link.href === path }))}
      banner={open ? <OpenBar /> : undefined}
    >
      {children}
    </StaffPage>
  )
}

const OpenBar = () => (
  <IdentityBar title="The vault is open. It locks after 15 minutes without use.">
    <form method="post" action={`${VAULT}/lock`}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">Lock the vault</Button>
    </form>
  </IdentityBar>
)
