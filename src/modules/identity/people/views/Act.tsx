import { Button, PostForm } from '../../../../ui/index.ts'
import type { Account } from '../domain.ts'

type Props = {
  account: Account
  /** The end of the address: `close`, `roles/<id>/end`. */
  act: string
  text: string
  /** What it is done to, for people who hear the button alone. */
  of?: string
  secondary?: boolean
  warning?: boolean
}

/** A button that changes an account, and carries the version that the page shows. */
export const Act = ({ account, act, text, of, secondary, warning }: Props) => (
  <PostForm action={`/staff/people/${account.id}/${act}`}>
    <input type="hidden" name="version" value={account.version} />
    <Button
      classes={warning ? 'govuk-button--warning' : secondary ? 'govuk-button--secondary' : undefined}
      preventDoubleClick
    >
      {text}
      {of && <span class="govuk-visually-hidden"> {of}</span>}
    </Button>
  </PostForm>
)
