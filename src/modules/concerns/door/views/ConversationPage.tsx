import type { Form } from '../../../../kernel/form.ts'
import {
  Button,
  CharacterCountField,
  InsetText,
  NotificationBanner,
  PostForm,
  SummaryList,
} from '../../../../ui/index.ts'
import { MESSAGE_MAX, type State } from '../domain.ts'
import { ConcernsPage } from './ConcernsPage.tsx'

export type ConversationProps = {
  state: State
  /** All in words. */
  received: string
  deadline: string
  until: string
  messages: readonly { fromResident: boolean; at: string; text: string | undefined }[]
  /** The sealed receipt, for a further message. */
  token: string
  form: Pick<Form<Record<'message', unknown>>, 'fields' | 'errors'>
  sent: boolean
}

const STATE_WORDS: Readonly<Record<State, string>> = {
  received: 'We have received it',
  looking: 'An officer is looking at it',
  replied: 'We have replied',
  closed: 'We have finished',
}

/** What a receipt opens: how far it has come, our replies, and room for more. */
export const ConversationPage = (props: ConversationProps) => (
  <ConcernsPage title="Your messages" heading="What you sent us" form={props.form}>
    {props.sent && <NotificationBanner type="success" text="We have your message." />}
    <SummaryList
      rows={[
        { key: 'Now', value: STATE_WORDS[props.state] },
        { key: 'We received it', value: props.received },
        props.state === 'received' && { key: 'An officer reads it by', value: props.deadline },
        { key: 'Your receipt works until', value: props.until },
      ]}
    />
    <h2 class="govuk-heading-m">Messages</h2>
    {props.messages.length === 0 && <p class="govuk-body">There is no reply yet. Please look again later.</p>}
    {props.messages.map((message) => (
      <Message {...message} />
    ))}
    <h2 class="govuk-heading-m">Write to us again</h2>
    <PostForm action="/concerns/receipt/message">
      <input type="hidden" name="sealed" value={props.token} />
      <CharacterCountField
        field={props.form.fields.message}
        label="Your message"
        hint="If anyone is in danger now, call 999."
        maxlength={MESSAGE_MAX}
        threshold={75}
        rows={6}
        spellcheck={false}
      />
      <Button preventDoubleClick>Send message</Button>
    </PostForm>
  </ConcernsPage>
)

const Message = ({ fromResident, at, text }: ConversationProps['messages'][number]) => (
  <InsetText>
    <h3 class="govuk-heading-s">
      {fromResident ? 'You wrote' : 'We wrote'} on {at}
    </h3>
    {text === undefined ? (
      <p class="govuk-body">We cannot show this message. Please call us.</p>
    ) : (
      text.split('\n').map((line) => (
        <p class="govuk-body govuk-!-margin-bottom-1" dir="auto">
          {line || '\u00a0'}
        </p>
      ))
    )}
  </InsetText>
)
