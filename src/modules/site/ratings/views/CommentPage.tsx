import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  CharacterCountField,
  HiddenField,
  PostForm,
  PublicPage,
  WarningText,
} from '../../../../ui/index.ts'
import { type CommentInput, MOST } from '../forms.ts'

type Props = { title: string; back: string; useful: boolean; form: Form<CommentInput> }

/** Thanks for the answer, which is counted, and takes a few words if somebody likes. */
export const CommentPage = ({ title, back, useful, form }: Props) => (
  <PublicPage
    title="Thank you"
    caption={`You said this page is ${useful ? 'useful' : 'not useful'}: ${title}`}
    back={back}
    form={form}
    noindex
  >
    <p class="govuk-body">
      We have counted your answer. You can{' '}
      <a class="govuk-link" href={back}>
        go back to the page
      </a>
      , or tell us more.
    </p>
    <h2 class="govuk-heading-m">{useful ? 'What was useful?' : 'What went wrong?'}</h2>
    <WarningText>
      Do not report a concern here. Nobody reads this at once, and it is not kept in confidence.
    </WarningText>
    <p class="govuk-body">
      If somebody is in danger now, call 999. If you are worried about somebody,{' '}
      <a class="govuk-link" href="/concerns">
        tell us here instead
      </a>
      .
    </p>
    <PostForm action="/rate/comment">
      <HiddenField field={form.fields.token} />
      <CharacterCountField
        field={form.fields.comment}
        label="What were you doing, and what should we know? (optional)"
        hint="Do not write anybody’s name, or anything about a person. We keep your words, the page and the day, and not who you are."
        maxlength={MOST}
        rows={5}
      />
      <Button preventDoubleClick>Send your comment</Button>
    </PostForm>
  </PublicPage>
)
