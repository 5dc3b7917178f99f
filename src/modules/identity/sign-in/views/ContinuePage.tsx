import { KeptFields, type KeptForm } from '../../../../platform/http/index.ts'
import { Button, InsetText, PostForm, StaffPage } from '../../../../ui/index.ts'

/** After signing in again: the form that was posted too late, one button away. */
export const ContinuePage = ({ kept, note }: { kept: KeptForm; note?: string | undefined }) => (
  <StaffPage title="You were signed out. Nothing you wrote is lost.">
    {note && <InsetText>{note}</InsetText>}
    <p class="govuk-body">You are signed in again. Your last page was not saved yet.</p>
    <PostForm action={kept.path}>
      <KeptFields kept={kept} />
      <Button preventDoubleClick>Go on with what I wrote</Button>
    </PostForm>
    <p class="govuk-body">
      <a class="govuk-link" href="/staff">
        Leave it and go to the start page
      </a>
    </p>
  </StaffPage>
)
