import {
  Button,
  InsetText,
  KeptFields,
  type KeptFieldsProps,
  PostForm,
  StaffPage,
} from '../../../../ui/index.ts'

/** `path` is where the form was going. */
type Props = KeptFieldsProps & { path: string; note?: string | undefined }

/** After signing in again: the form that was posted too late, one button away. */
export const ContinuePage = ({ path, fields, note }: Props) => (
  <StaffPage title="You were signed out. Nothing you wrote is lost.">
    {note && <InsetText>{note}</InsetText>}
    <p class="govuk-body">You are signed in again. Your last page was not saved yet.</p>
    <PostForm action={path}>
      <KeptFields fields={fields} />
      <Button preventDoubleClick>Go on with what I wrote</Button>
    </PostForm>
    <p class="govuk-body">
      <a class="govuk-link" href="/staff">
        Leave it and go to the start page
      </a>
    </p>
  </StaffPage>
)
