import { InsetText } from '../../../../ui/index.ts'

export type Lost = {
  readonly why: 'too-long' | 'not-known'
  /** What was sent, to be copied: browsers keep no page of ours to go back to. */
  readonly texts: readonly string[]
}

const WHY: Readonly<Record<Lost['why'], string>> = {
  'too-long': 'You were signed out, and what you wrote is too long to keep.',
  'not-known': 'Nobody is signed in here, so what was written on that page is not kept.',
}

/** What becomes of a form that was sent after its writer was signed out. */
export const WhatYouWrote = ({ kept, lost }: { kept: string | undefined; lost: Lost | undefined }) => {
  if (kept)
    return (
      <InsetText>
        You were signed out because nothing happened for a while. What you wrote is kept: sign in to go on.
      </InsetText>
    )
  if (!lost) return null
  return (
    <InsetText>
      <p class="govuk-body">
        {WHY[lost.why]} {lost.texts.length > 0 && 'If you wrote this, copy it now:'}
      </p>
      {lost.texts.map((text) => (
        <p class="govuk-body kith-as-written" dir="auto">
          {text}
        </p>
      ))}
    </InsetText>
  )
}
