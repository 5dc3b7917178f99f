import { Button, KeptFields, type KeptFieldsProps, PostForm } from '../../../../../ui/index.ts'
import { DeskPage } from '../../views/DeskPage.tsx'

/** After unlocking: the answers that were kept, to be sent on by whoever wrote them. */
export const KeptPage = ({ path, fields }: KeptFieldsProps & { path: string }) => (
  <DeskPage title="The vault is open again" open>
    <p class="govuk-body">Your answers are still here. They are not saved yet.</p>
    <PostForm action={path}>
      <KeptFields fields={fields} />
      <Button preventDoubleClick>Go on and save my answers</Button>
    </PostForm>
  </DeskPage>
)
