import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  InsetText,
  NotificationBanner,
  Panel,
  PostForm,
  TextField,
  WarningText,
} from '../../../../ui/index.ts'
import { ConcernsPage } from './ConcernsPage.tsx'
import { ReceiptShown } from './ReceiptShown.tsx'

export type SentProps = {
  words: readonly string[]
  groups: readonly string[]
  /** When an officer will have read it, in words. */
  deadline: string
  /** The sealed receipt, for the form that checks what was written down. */
  token: string
  form: Pick<Form<Record<'receipt', unknown>>, 'fields' | 'errors'>
  checked: boolean
  /** Where to come back to, as people type it: `example.gov.uk/concerns/receipt`. */
  address: string
}

/** It has been stored: the receipt, and what happens next. */
export const SentPage = ({ words, groups, deadline, token, form, checked, address }: SentProps) => (
  <ConcernsPage title="Sent" heading={false} form={form}>
    {checked && <NotificationBanner type="success" text="That is right. Keep your receipt safe." />}
    <Panel title="We have what you wrote" />
    <WarningText>
      Write down your receipt now. We cannot show it again, and nobody can find it for you.
    </WarningText>
    <ReceiptShown words={words} groups={groups} />
    <p class="govuk-body">
      Write it on paper, or print this page. Keep it where only you can find it. Anyone who has it can read
      our replies.
    </p>
    <h2 class="govuk-heading-m">What happens next</h2>
    <p class="govuk-body">A safeguarding officer will read what you wrote by {deadline}.</p>
    <p class="govuk-body">
      To see our reply, come to <strong>{address}</strong> and type your receipt. Write this address down too.
      Come back even if you asked us to call or write: we may have a question.
    </p>
    <InsetText>If anyone is in danger now, do not wait for us. Call 999.</InsetText>
    <h2 class="govuk-heading-m">Did you write it down correctly?</h2>
    <PostForm action="/concerns/sent">
      <input type="hidden" name="r" value={token} />
      <TextField
        field={form.fields.receipt}
        label="Type your receipt to be sure"
        hint="Type the seven words or the numbers. You do not have to."
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <Button classes="govuk-button--secondary">Check it</Button>
    </PostForm>
    <p class="govuk-body">
      When you have finished, close this page. It will not open again after 30 minutes.
    </p>
  </ConcernsPage>
)

/** The page with the receipt was opened too late, or its address was altered. */
export const SentClosedPage = () => (
  <ConcernsPage title="This page has closed">
    <p class="govuk-body">We show a receipt for 30 minutes only, so that nobody else finds it.</p>
    <p class="govuk-body">What you sent is safe with us.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/concerns/receipt">
        I have my receipt
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/concerns">
        I do not have my receipt
      </a>
      : call us, or write to us again.
    </p>
  </ConcernsPage>
)
