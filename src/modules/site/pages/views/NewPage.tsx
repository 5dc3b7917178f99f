import type { Form } from '../../../../kernel/form.ts'
import { Button, PostForm, StaffPage, TextField } from '../../../../ui/index.ts'
import type { NewPageInput } from '../forms.ts'
import { type Choice, PageSelect } from './PageSelect.tsx'

type Props = { form: Form<NewPageInput>; choices: readonly Choice[] }

/** A page begins with an address and a title. */
export const NewPage = ({ form, choices }: Props) => (
  <StaffPage title="Add a page" back="/staff/pages" form={form}>
    <PostForm>
      <TextField field={form.fields.title} label="Title" />
      <TextField
        field={form.fields.slug}
        label="Address"
        hint="Letters a to z, numbers and hyphens, like working-with-schools."
        prefix={{ text: '/' }}
      />
      <PageSelect field={form.fields.parent} label="Page above this one" none="None" choices={choices} />
      <Button>Add page</Button>
    </PostForm>
  </StaffPage>
)
