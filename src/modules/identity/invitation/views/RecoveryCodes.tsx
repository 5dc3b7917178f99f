import { Button, WarningText } from '../../../../ui/index.ts'

type Props = {
  codes: readonly string[]
  /** Where somebody goes on to who has kept them. */
  next: string
}

/** The codes, to print or copy, and what they are for. */
export const RecoveryCodes = ({ codes, next }: Props) => (
  <>
    <p class="govuk-body">
      If you lose your phone, a recovery code lets you sign in with your password. Each works once.
    </p>
    <WarningText>
      We show these codes only now. Print them or write them down, and keep them away from your phone.
    </WarningText>
    <ol class="govuk-list govuk-list--number kith-receipt">
      {codes.map((code) => (
        <li>
          <code>
            <bdi>{code}</bdi>
          </code>
        </li>
      ))}
    </ol>
    <Button href={next}>I have kept my codes</Button>
  </>
)
