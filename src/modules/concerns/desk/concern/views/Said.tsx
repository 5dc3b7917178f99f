import type { Instant } from '../../../../../kernel/clock.ts'
import { iso, momentWords } from '../../../../../kernel/moments.ts'
import { Timeline } from '../../../../../ui/index.ts'
import { TOLD_WORDS } from '../../labels.ts'
import { Words } from '../../views/Words.tsx'
import { canReply, type Said } from '../domain.ts'
import type { ConcernFile } from '../read.ts'

type Props = { file: ConcernFile }

const itemOf = ({ by, at, text }: Said, label: string) => ({
  label,
  byline: by === null ? undefined : <bdi>{by}</bdi>,
  at: { text: momentWords(at), iso: iso(at) },
  children: <Words text={text} />,
})

/** Between officers and whoever holds the receipt. */
export const Messages = ({ file, now }: Props & { now: Instant }) => (
  <>
    <h2 class="govuk-heading-m">Messages</h2>
    {file.messages.length === 0 && <p class="govuk-body">None yet.</p>}
    {!canReply(file.concern, now) && (
      <p class="govuk-body">
        This concern has no receipt that opens it, so no reply can be left for them on this website.
      </p>
    )}
    <Timeline
      headingLevel={3}
      items={file.messages.map((one) => itemOf(one, one.fromResident ? 'They wrote' : 'We replied'))}
    />
  </>
)

export const Notes = ({ file }: Props) =>
  file.notes.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Notes for officers</h2>
      <Timeline headingLevel={3} items={file.notes.map((one) => itemOf(one, 'Note'))} />
    </>
  )

export const ToldHistory = ({ file }: Props) =>
  file.told.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Has the person or a parent been told?</h2>
      <Timeline
        headingLevel={3}
        items={file.told.map((one) => itemOf(one, TOLD_WORDS[one.state] ?? one.state))}
      />
    </>
  )

export const Withdrawals = ({ file }: Props) =>
  file.withdrawals.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Officers who stepped back</h2>
      <Timeline headingLevel={3} items={file.withdrawals.map((one) => itemOf(one, 'Stepped back'))} />
    </>
  )
