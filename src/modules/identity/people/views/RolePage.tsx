import type { Form } from '../../../../kernel/form.ts'
import { Button, HiddenField, PostForm, RadiosField, StaffPage } from '../../../../ui/index.ts'
import type { Account } from '../domain.ts'
import type { RoleInput } from '../forms.ts'
import { roleChoices } from './InvitePage.tsx'

export const RolePage = ({ account, form }: { account: Account; form: Form<RoleInput> }) => (
  <StaffPage
    title={`Give ${account.name} a role`}
    heading={false}
    back={`/staff/people/${account.id}`}
    form={form}
  >
    <PostForm action={`/staff/people/${account.id}/roles`}>
      <HiddenField field={form.fields.version} />
      <RadiosField
        field={form.fields.role}
        legend={
          <>
            Which role do you want to give <bdi>{account.name}</bdi>?
          </>
        }
        isPageHeading
        items={roleChoices}
      />
      <Button preventDoubleClick>Continue</Button>
    </PostForm>
  </StaffPage>
)
