import type { Form } from '../../../../kernel/form.ts'
import { Button, PostForm, StaffPage, TextField, WideTable } from '../../../../ui/index.ts'
import type { RedirectInput } from '../forms.ts'
import type { Redirect } from '../redirects/store.ts'
import { type Choice, PageSelect } from './PageSelect.tsx'
import { pagesSection } from './section.ts'

type Props = { redirects: readonly Redirect[]; form: Form<RedirectInput>; choices: readonly Choice[] }

/** Old addresses, so that links on paper and on other sites still lead somewhere. */
export const RedirectsPage = ({ redirects, form, choices }: Props) => (
  <StaffPage title="Old addresses" wide subNavigation={pagesSection('/staff/pages/redirects')} form={form}>
    {redirects.length === 0 ? (
      <p class="govuk-body">There are no old addresses yet.</p>
    ) : (
      <WideTable
        caption="Old addresses and where they lead"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Old address', 'Leads to', <span class="govuk-visually-hidden">Remove</span>]}
        rows={redirects.map((redirect) => [
          redirect.path,
          <a class="govuk-link" href={`/staff/pages/${redirect.pageId}`}>
            /{redirect.slug}
          </a>,
          <Remove path={redirect.path} />,
        ])}
      />
    )}
    <h2 class="govuk-heading-m">Add an old address</h2>
    <PostForm>
      <TextField
        field={form.fields.path}
        label="Old address"
        hint="It starts with a slash, like /old-page."
      />
      <PageSelect field={form.fields.page} label="Leads to" none="Choose a page" choices={choices} />
      <Button>Add</Button>
    </PostForm>
  </StaffPage>
)

const Remove = ({ path }: { path: string }) => (
  <PostForm action="/staff/pages/redirects/remove">
    <input type="hidden" name="path" value={path} />
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
      Remove<span class="govuk-visually-hidden"> {path}</span>
    </Button>
  </PostForm>
)
