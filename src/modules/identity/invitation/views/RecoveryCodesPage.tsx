import { Button, PublicPage, WarningText } from '../../../../ui/index.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

export const RecoveryCodesPage = ({ codes }: { codes: readonly string[] }) => (
  <PublicPage title="Keep these recovery codes" caption="Set up your account: step 3 of 3" noindex bare>
    <p class="govuk-body">Your account is set up and you are signed in.</p>
    <p class="govuk-body">
      If you lose your phone, a recovery code lets you sign in with your password. Each works once.
    </p>
    <WarningText>
      We show these codes only now. Print them or write them down, and keep them away from your phone.
    </WarningText>
    <RecoveryCodes codes={codes} />
    <Button href="/staff">I have kept my codes</Button>
  </PublicPage>
)
