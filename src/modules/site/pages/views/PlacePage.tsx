import type { Form } from '../../../../kernel/form.ts'
import { Button, HiddenField, PostForm, StaffPage, TextField } from '../../../../ui/index.ts'
import type { Page } from '../domain.ts'
import type { PlaceInput } from '../forms.ts'
import { type Choice, PageSelect } from './PageSelect.tsx'

type Props = { page: Page; form: Form<PlaceInput>; choices: readonly Choice[] }

/** Where a page stands, and how often it is checked. */
export const PlacePage = ({ page, form, choices }: Props) => (
  <StaffPage title="Address, menu and review" back={`/staff/pages/${page.id}`} form={form}>
    <PostForm>
      <HiddenField field={form.fields.version} />
      {page.fixed ? (
        <p class="govuk-body">
          Every site must have this page at <strong>/{page.slug}</strong>, so its address stays.
        </p>
      ) : (
        <TextField
          field={form.fields.slug}
          label="Address"
          hint="Letters a to z, numbers and hyphens. The old address will lead to the new one."
          prefix={{ text: '/' }}
        />
      )}
      <PageSelect
        field={form.fields.parent}
        label="Page above this one"
        none="None"
        choices={choices.filter((choice) => choice.id !== page.id)}
      />
      <TextField
        field={form.fields.navPosition}
        label="Place in the menu"
        hint="A number from 1 to 99. The lowest comes first. Leave it empty to keep the page out of the menu."
        inputmode="numeric"
        classes="govuk-input--width-2"
      />
      <TextField
        field={form.fields.reviewMonths}
        label="Months between reviews"
        inputmode="numeric"
        classes="govuk-input--width-2"
      />
      <Button>Save</Button>
    </PostForm>
  </StaffPage>
)
