import { PublicPage } from '../../../../ui/index.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

export const RecoveryCodesPage = ({ codes }: { codes: readonly string[] }) => (
  <PublicPage title="Keep these recovery codes" caption="Set up your account: step 3 of 3" noindex bare>
    <p class="govuk-body">Your account is set up and you are signed in.</p>
    <RecoveryCodes codes={codes} next="/staff" />
  </PublicPage>
)
