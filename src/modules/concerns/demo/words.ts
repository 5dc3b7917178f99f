import type { ConcernContent } from '../content.ts'
import type { Route } from '../desk/decision/domain.ts'

/** Invented, from nobody's life. `hoursAgo` is when it came. */
type Sample = { readonly hoursAgo: number; readonly dangerNow: boolean; readonly content: ConcernContent }

/** `shows` is what a newcomer finds with its receipt; without it, nobody is told the receipt. */
export type Sent = Sample & { readonly shows?: string; readonly answer?: string; readonly more?: string }

/** Sent by residents through the front door: some wait, one has been answered. */
export const SENT: readonly Sent[] = [
  {
    hoursAgo: 1,
    dangerNow: true,
    content: {
      worry:
        'My brother said he will hurt people who go to the market on Saturday. He left home last night and does not answer. I have called 999 as well.',
      when: 'Last night',
      relationship: 'He is my brother',
      reply: { by: 'telephone', telephone: '020 7946 0123', leaveMessage: 'no', time: 'After 6pm' },
    },
  },
  {
    hoursAgo: 5,
    dangerNow: false,
    shows: 'a concern that nobody has answered yet',
    content: {
      worry:
        'The boy next door does not come out any more. He used to play football with mine. Now he shows the little ones videos that make them cry, and says they must choose a side.',
      relationship: 'We are neighbours',
    },
  },
  {
    hoursAgo: 100,
    dangerNow: false,
    shows: 'an answer from an officer, and what the sender wrote back',
    answer:
      'Thank you for telling us. You did right to say no. Do you know what the meeting was called, or where it was to be? If he threatens you again, call 999.',
    more: 'He only said that it was above the bookmaker’s on the high street, on a Tuesday.',
    content: {
      worry:
        'A man at my gym has asked me three times to come to a meeting about taking the town back. When I said no he told me I would be sorry.',
      when: 'Since the summer',
      reply: { by: 'receipt' },
    },
  },
]

type Recorded = Sample & {
  readonly channel: 'telephone' | 'letter' | 'email'
  readonly note?: string
  readonly decision?: { readonly routes: readonly Route[]; readonly reason: string }
  readonly closed?: string
}

/** Written down by an officer, and worked on. */
export const RECORDED: readonly Recorded[] = [
  {
    hoursAgo: 30,
    dangerNow: false,
    channel: 'email',
    content: {
      worry:
        'A pupil wrote in an essay that nobody would miss certain families if they were gone. I talked with her and she would not say where she had read it.',
      relationship: 'I am her teacher',
      reply: { by: 'email', email: 'teacher@school.example' },
    },
    note: 'Asked the school for a time to talk. They will ring on Thursday.',
  },
  {
    hoursAgo: 170,
    dangerNow: false,
    channel: 'letter',
    content: {
      worry:
        'My grandson gives his savings to people he met in a game. He says they are his real family and that something big is coming.',
      relationship: 'He is my grandson and lives with me',
    },
    decision: {
      routes: ['children', 'police'],
      reason: 'A child who is asked for money by adults he has not met, and a hint of a plan.',
    },
  },
  {
    hoursAgo: 400,
    dangerNow: false,
    channel: 'telephone',
    content: {
      worry: 'My flatmate argues about politics all night and I am tired of it. Is that something for you?',
      relationship: 'We share a flat',
    },
    decision: {
      routes: ['signpost'],
      reason: 'Strong opinions and no sign of harm. Told the caller about mediation for neighbours.',
    },
    closed: 'The caller was content with the answer.',
  },
]
