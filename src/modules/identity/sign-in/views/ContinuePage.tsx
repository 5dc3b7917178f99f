import type { ComponentChildren } from 'preact'
import { Button, InsetText, PostForm, StaffPage } from '../../../../ui/index.ts'

type Props = {
  /** Where the form was going. */
  path: string
  note?: string | undefined
  /** Its answers, unseen. */
  children: ComponentChildren
}

/** After signing in again: the form that was posted too late, one button away. */
export const ContinuePage = ({ path, note, children }: Props) => (
  <StaffPage title="You were signed out. Nothing you wrote is lost.">
    {note && <InsetText>{note}</InsetText>}
    <p class="govuk-body">You are signed in again. Your last page was not saved yet.</p>
    <PostForm action={path}>
      {children}
      <Button preventDoubleClick>Go on with what I wrote</Button>
    </PostForm>
    <p class="govuk-body">
      <a class="govuk-link" href="/staff">
        Leave it and go to the start page
      </a>
    </p>
  </StaffPage>
)
