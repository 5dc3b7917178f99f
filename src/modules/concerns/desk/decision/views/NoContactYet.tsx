import { InsetText, WarningText } from '../../../../../ui/index.ts'
import type { Told } from '../domain.ts'

/** What holds whatever is decided: nothing here delays help. */
export const NothingDelays = () => (
  <InsetText>
    If somebody is in danger now, call 999. Nothing on this page delays a call to 999 or to children’s
    services.
  </InsetText>
)

/** Until the police's first check, nobody is told, with two exceptions. */
export const NoContactYet = ({ told }: { told: Told }) =>
  told === 'not-yet-awaiting-police' ? (
    <WarningText>
      Do not contact the person, their family or partners until the police have made their first check, unless
      someone is in danger or children’s services advise it.
    </WarningText>
  ) : null
