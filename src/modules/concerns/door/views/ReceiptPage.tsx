import type { Form } from '../../../../kernel/form.ts'
import { Button, Details, NotificationBanner, PostForm, TextareaField } from '../../../../ui/index.ts'
import { ConcernsPage } from './ConcernsPage.tsx'

type Props = {
  form: Pick<Form<Record<'receipt', unknown>>, 'fields' | 'errors'>
  /** A message that was written on a page which has closed since. */
  draft?: string | undefined
}

/** Where a receipt is typed. What was typed is never sent back: wrong, unknown and expired must look alike. */
export const ReceiptPage = ({ form, draft }: Props) => (
  <ConcernsPage title="Your receipt" heading={false} form={form} back="/concerns">
    {draft && (
      <NotificationBanner text="The page was open too long. Your message was not sent, but we kept it. Type your receipt to go on." />
    )}
    <PostForm action="/concerns/receipt">
      {draft && <input type="hidden" name="message" value={draft} />}
      <TextareaField
        field={form.fields.receipt}
        label="What is your receipt?"
        hint="Type the seven words, or the seven groups of four numbers."
        isPageHeading
        rows={3}
        spellcheck={false}
      />
      <Button>Continue</Button>
    </PostForm>
    <Details summary="I have lost my receipt">
      <p class="govuk-body">Nobody can find it for you, because we do not keep it.</p>
      <p class="govuk-body">
        We still have what you sent. To ask about it or to tell us more,{' '}
        <a class="govuk-link" href="/concerns">
          call us or write to us again
        </a>
        .
      </p>
    </Details>
  </ConcernsPage>
)
