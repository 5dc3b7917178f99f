import { Button, PostForm, WarningText } from '../../../../ui/index.ts'
import { ConcernsPage } from './ConcernsPage.tsx'
import { type CouncilLine, Numbers } from './Numbers.tsx'

type Props = {
  council: CouncilLine
  /** Why it could not be stored. */
  why: 'away' | 'closed'
  action: string
  /** All that the same form sends once more. */
  fields: Readonly<Record<string, string>>
}

const WHY: Readonly<Record<Props['why'], string>> = {
  away: 'Our system is not working at the moment.',
  closed: 'We cannot take anything in writing at the moment.',
}

/** Nothing could be stored, and nothing is lost: what was written is in this page, sealed, for another try. */
export const KeptPage = ({ council, why, action, fields }: Props) => (
  <ConcernsPage title="Not sent yet" heading="We could not send it yet">
    <WarningText>We do not have what you wrote.</WarningText>
    <p class="govuk-body">
      {WHY[why]} What you wrote is still in this page. Keep it open and try again in a few minutes.
    </p>
    <PostForm action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button preventDoubleClick>Try again</Button>
    </PostForm>
    <p class="govuk-body">If it cannot wait, please call.</p>
    <Numbers council={council} />
  </ConcernsPage>
)
