import type { Role } from '../../../../kernel/actor.ts'
import { Button, InsetText, StaffPage, WarningText } from '../../../../ui/index.ts'
import { ROLE_LABELS } from '../../roles.ts'

type Props = { name: string; person: string; link: string; waiting?: readonly Role[] }

/** The one time that a link is shown. */
export const LinkPage = ({ name, person, link, waiting = [] }: Props) => (
  <StaffPage title="Hand over this link">
    <p class="govuk-body">
      With this link <bdi>{name}</bdi> chooses a password and sets up their app. It works once, for 7 days.
    </p>
    <InsetText>
      <bdi class="kith-break">{link}</bdi>
    </InsetText>
    <WarningText>
      We show this link only now. Give it to them and to nobody else: whoever opens it first can sign in as
      them.
    </WarningText>
    {waiting.length > 0 && (
      <p class="govuk-body">
        Once they have set up their account, a second person must agree to:{' '}
        {waiting.map((role) => ROLE_LABELS[role]).join(', ')}.
      </p>
    )}
    <Button href={`/staff/people/${person}`}>Continue</Button>
  </StaffPage>
)
