import { SummaryList, type SummaryRow } from '../../../../../ui/index.ts'
import type { ConcernContent } from '../../../content.ts'
import { REPLY_WORDS } from '../../labels.ts'
import { Words } from '../../views/Words.tsx'
import type { ConcernFile } from '../read.ts'

/** The words of whoever raised it. */
export const WhatTheyWrote = ({ file }: { file: ConcernFile }) => (
  <>
    <h2 class="govuk-heading-m">What they told us</h2>
    {file.content ? (
      <Content content={file.content} />
    ) : (
      <p class="govuk-body">
        This concern cannot be opened with your keys. Ask a colleague who has held the vault for longer.
      </p>
    )}
  </>
)

const Content = ({ content }: { content: ConcernContent }) => (
  <SummaryList
    rows={[
      { key: 'What worries them', value: <Words text={content.worry} /> },
      optional('When', content.when),
      optional('How they know the person', content.relationship),
      content.reply && { key: 'How to reply', value: <ReplyWay reply={content.reply} /> },
      optional('How to reach them safely', content.contact),
      optional('Language', content.language),
      content.interpreter === 'yes' && { key: 'Interpreter', value: 'Yes, please' },
    ]}
  />
)

const optional = (key: string, text: string | undefined): SummaryRow | undefined =>
  text ? { key, value: <Words text={text} /> } : undefined

const ReplyWay = ({ reply }: { reply: NonNullable<ConcernContent['reply']> }) => (
  <>
    <p class="govuk-body">{REPLY_WORDS[reply.by]}</p>
    {[reply.telephone, reply.email, reply.address].map((detail) => detail && <Words text={detail} />)}
    {reply.leaveMessage && (
      <p class="govuk-body">
        {reply.leaveMessage === 'yes' ? 'It is safe to leave a message.' : 'Do not leave a message.'}
      </p>
    )}
    {reply.time && <Words text={`When it is safe: ${reply.time}`} />}
  </>
)
