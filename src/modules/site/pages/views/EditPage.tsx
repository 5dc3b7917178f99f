import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  Details,
  HiddenField,
  PostForm,
  StaffPage,
  TextareaField,
  TextField,
  WarningText,
} from '../../../../ui/index.ts'
import { En } from '../../En.tsx'
import { languageOf } from '../../languages.ts'
import type { Version } from '../domain.ts'
import type { EditInput } from '../forms.ts'
import { Difference, SourceText } from './Difference.tsx'

export type EditPageProps = {
  pageId: string
  language: string
  form: Form<EditInput>
  /** The text that somebody else has saved in the meantime. */
  theirs?: Pick<Version, 'number' | 'title' | 'summary' | 'body'> & { author: string | null }
}

/** Where a page is written. A text that has moved on stands beside what was typed: nothing is lost. */
export const EditPage = ({ pageId, language, form, theirs }: EditPageProps) => (
  <StaffPage title={`Edit page in ${languageOf(language).name}`} back={`/staff/pages/${pageId}`} form={form}>
    {theirs && <Theirs theirs={theirs} form={form} language={language} />}
    <PostForm>
      <HiddenField field={form.fields.base} />
      <div lang={language} dir={languageOf(language).dir}>
        <TextField field={form.fields.title} label={<En>Title</En>} />
        <TextareaField
          field={form.fields.summary}
          rows={3}
          label={<En>Summary</En>}
          hint={<En>One or two sentences. It stands at the top of the page and in search results.</En>}
        />
        <TextareaField field={form.fields.body} rows={24} label={<En>Text</En>} spellcheck />
      </div>
      <MarkdownHelp />
      <TextareaField
        field={form.fields.reason}
        rows={2}
        label="Why are you changing this page?"
        hint="Colleagues see this in the list of versions."
      />
      <Button>Save draft</Button>
    </PostForm>
  </StaffPage>
)

const Theirs = ({
  theirs,
  form,
  language,
}: Required<Pick<EditPageProps, 'theirs' | 'form' | 'language'>>) => {
  const { dir } = languageOf(language)
  const { title, summary, body } = form.fields
  return (
    <section aria-labelledby="theirs">
      <h2 class="govuk-heading-m" id="theirs">
        What {theirs.author ?? 'somebody else'} saved while you were writing
      </h2>
      <WarningText>
        Your text is still below, as you typed it. If you save it now, it replaces this one.
      </WarningText>
      <h3 class="govuk-heading-s">From their text to yours</h3>
      <Difference before={theirs.title} after={title.value} lang={language} dir={dir} />
      <Difference before={theirs.summary} after={summary.value} lang={language} dir={dir} />
      <Difference
        before={theirs.body}
        after={body.value.replaceAll('\r\n', '\n')}
        lang={language}
        dir={dir}
      />
      <Details summary="Their whole text">
        <div lang={language} dir={dir}>
          <SourceText text={theirs.body} />
        </div>
      </Details>
    </section>
  )
}

const MarkdownHelp = () => (
  <Details summary="How to write headings, lists, links and figures">
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <code># Heading</code> and <code>## Smaller heading</code>
      </li>
      <li>
        <code>- item</code> for a list, <code>1. item</code> for steps
      </li>
      <li>
        <code>[words of the link](/address)</code>
      </li>
      <li>
        <code>**bold**</code>, only for what must not be missed
      </li>
      <li>
        <code>&gt; text</code> to set text apart, <code>&gt; [!warning]</code> on a line above it for a
        warning
      </li>
      <li>
        <code>{'{{figure:name}}'}</code> for a figure; see{' '}
        <a class="govuk-link" href="/staff/pages/figures">
          all figures
        </a>
      </li>
      <li>
        <code>{'{{authority}}'}</code>, <code>{'{{concern-phone}}'}</code> or{' '}
        <code>{'{{contact-phone}}'}</code> for the council’s name and numbers
      </li>
    </ul>
    <p class="govuk-body">Pictures and HTML are not shown.</p>
  </Details>
)
