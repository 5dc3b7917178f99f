import type { Form } from '../../../../kernel/form.ts'
import { Button, HiddenField, InsetText, PostForm, StaffPage, TextField } from '../../../../ui/index.ts'
import type { Account } from '../domain.ts'
import type { NameInput } from '../forms.ts'

type Props = { account: Account; form: Form<NameInput>; stale?: boolean | undefined }

export const NamePage = ({ account, form, stale }: Props) => (
  <StaffPage title="Change name" back={`/staff/people/${account.id}`} form={form}>
    {stale && (
      <InsetText>
        The name is now <bdi>{account.name}</bdi>. What you typed is below: save it to replace that.
      </InsetText>
    )}
    <PostForm action={`/staff/people/${account.id}/name`}>
      <HiddenField field={form.fields.version} />
      <TextField field={form.fields.name} label="Name" autocomplete="off" />
      <Button preventDoubleClick>Save</Button>
    </PostForm>
  </StaffPage>
)
