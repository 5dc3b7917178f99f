import type { Instant } from '../../../../../kernel/clock.ts'
import type { PersonId } from '../../../../../kernel/ids.ts'
import { iso, momentWords } from '../../../../../kernel/moments.ts'
import { Details, SummaryList, Timeline, WarningText } from '../../../../../ui/index.ts'
import { CLOCK_MEANS, clockWords } from '../../clock.ts'
import { Decisions } from '../../decision/views/Decisions.tsx'
import { NoContactYet, NothingDelays } from '../../decision/views/NoContactYet.tsx'
import { ACT_WORDS, CHANNEL_WORDS, STATUS_WORDS, TOLD_WORDS } from '../../labels.ts'
import { concernPath, DESK } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import type { ConcernFile } from '../read.ts'
import { Assigning, NextSteps } from './NextSteps.tsx'
import { Messages, Notes, ToldHistory, Withdrawals } from './Said.tsx'
import { WhatTheyWrote } from './WhatTheyWrote.tsx'

export type ConcernPageProps = {
  file: ConcernFile
  officers: readonly { id: PersonId; name: string }[]
  me: PersonId
  now: Instant
  /** Why the last press of a button did nothing. */
  problem?: string | undefined
}

/** One concern: what to do next first, then what is known, then what was done. */
export const ConcernPage = ({ file, officers, me, now, problem }: ConcernPageProps) => {
  const { concern } = file
  const form = problem ? { errors: [{ name: '', message: problem }] } : undefined
  return (
    <DeskPage title={`Concern ${concern.ref}`} back={DESK} form={form} open>
      {concern.dangerNow && concern.status === 'received' && (
        <WarningText>They said that somebody is in danger now. Unless it is done, call 999.</WarningText>
      )}
      <NoContactYet told={concern.told} />
      <NextSteps file={file} me={me} now={now} />
      <NothingDelays />
      <Facts file={file} now={now} />
      <WhatTheyWrote file={file} />
      <Messages file={file} now={now} />
      {file.decisions.length > 0 && <h2 class="govuk-heading-m">Decisions</h2>}
      <Decisions decisions={file.decisions} handovers={file.handovers} />
      <ToldHistory file={file} />
      <Notes file={file} />
      <Withdrawals file={file} />
      <Assigning concern={concern} officers={officers} />
      <Acts file={file} />
    </DeskPage>
  )
}

const Facts = ({ file, now }: { file: ConcernFile; now: Instant }) => {
  const { concern } = file
  const clocks = clockWords(concern, now)
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Status', value: STATUS_WORDS[concern.status] },
          {
            key: 'Clock',
            value: clocks.length === 0 ? 'No clock runs' : clocks.map(({ text }) => <div>{text}</div>),
          },
          concern.acknowledgedAt && { key: 'Acknowledged', value: momentWords(concern.acknowledgedAt) },
          { key: 'Assigned to', value: <bdi>{concern.assigned ?? 'Nobody yet'}</bdi> },
          {
            key: 'Has the person or a parent been told?',
            value: TOLD_WORDS[concern.told],
            actions: {
              items: [
                {
                  href: concernPath(concern.id, 'told'),
                  text: 'Change',
                  visuallyHiddenText: 'whether they have been told',
                },
              ],
            },
          },
          { key: 'Received', value: momentWords(concern.receivedAt) },
          { key: 'How it came', value: CHANNEL_WORDS[concern.channel] },
        ]}
      />
      <Details summary="What the clock means">
        <p class="govuk-body">{CLOCK_MEANS}</p>
      </Details>
    </>
  )
}

const Acts = ({ file }: { file: ConcernFile }) => (
  <Details summary="Who did what with this concern">
    <p class="govuk-body">The latest {file.acts.length}, reading among them. The log keeps all of them.</p>
    <Timeline
      headingLevel={3}
      items={file.acts.map(({ action, by, at }) => ({
        label: ACT_WORDS[action] ?? action,
        byline: <bdi>{by}</bdi>,
        at: { text: momentWords(at), iso: iso(at) },
      }))}
    />
  </Details>
)
