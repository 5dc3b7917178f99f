import type { Field } from '../../../../kernel/form.ts'
import {
  Button,
  type Content,
  type FormErrors,
  HiddenField,
  NotificationBanner,
  PostForm,
} from '../../../../ui/index.ts'
import { ConcernsPage } from './ConcernsPage.tsx'

/** What the engine gives every page of the journey. */
export type Place = {
  readonly action: string
  readonly sealed: Field
  readonly canGoBack: boolean
  readonly lost: boolean
}

type Props = {
  place: Place
  title: string
  heading?: Content | false
  form?: FormErrors | undefined
  /** What the first button says. */
  button?: string
  children?: Content
}

/**
 * One page of the journey. Continue comes first, because the Enter key presses the first button of a form; Back is
 * a button too, because it carries the answers with it.
 */
export const Question = ({ place, button = 'Continue', children, ...page }: Props) => (
  <ConcernsPage {...page} back={place.canGoBack ? undefined : '/concerns'}>
    {place.lost && <Lost />}
    <PostForm action={place.action}>
      <HiddenField field={place.sealed} />
      {children}
      <div class="govuk-button-group">
        <Button preventDoubleClick>{button}</Button>
        {place.canGoBack && (
          <Button classes="govuk-button--secondary" name="go" value="back">
            Back
          </Button>
        )}
      </div>
    </PostForm>
  </ConcernsPage>
)

const Lost = () => (
  <NotificationBanner text="The page was open too long, so your earlier answers are gone. Nothing was sent. Please start again." />
)
