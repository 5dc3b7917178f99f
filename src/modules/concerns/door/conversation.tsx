import { randomUUID } from 'node:crypto'
import type { VNode } from 'preact'
import type { Instant } from '../../../kernel/clock.ts'
import type { Form } from '../../../kernel/form.ts'
import { dateWords, momentWords } from '../../../kernel/moments.ts'
import type { Sealer } from '../../../platform/seal.ts'
import { deadlineWords } from './domain.ts'
import type { Opened } from './open-receipt.ts'
import { sealOpened } from './sent-token.ts'
import { ConversationPage } from './views/ConversationPage.tsx'

type Options = {
  /** The identifier of a message that was refused, so that mending it sends it once; a new one otherwise. */
  readonly id?: string
  readonly sent?: boolean
}

/** The page of an opened receipt, which carries the receipt sealed. */
export function conversation(
  sealer: Sealer,
  opened: Opened,
  form: Form<{ message: string }>,
  now: Instant,
  { id = randomUUID(), sent = false }: Options = {},
): VNode {
  const { receipt, state } = opened
  return (
    <ConversationPage
      state={state}
      received={momentWords(opened.receivedAt)}
      deadline={deadlineWords(opened.acknowledgeBy)}
      until={dateWords(opened.receiptUntil)}
      messages={opened.messages.map((message) => ({ ...message, at: momentWords(message.at) }))}
      token={sealOpened(sealer, { receipt, id }, now)}
      form={form}
      sent={sent}
    />
  )
}
