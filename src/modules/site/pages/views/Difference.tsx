import { Fragment } from 'preact'
import { type Change, difference } from '../difference.ts'

type Props = { before: string; after: string; lang?: string; dir?: 'ltr' | 'rtl' }

/** Two texts as one: what was added and what was removed, also said to people who cannot see the marks. */
export const Difference = ({ before, after, lang, dir }: Props) => (
  <div class="kith-difference govuk-body" {...(lang ? { lang } : {})} {...(dir ? { dir } : {})}>
    {before === after ? 'No change.' : difference(before, after).map((change) => <Run {...change} />)}
  </div>
)

const Run = ({ kind, text }: Change) => {
  if (kind === 'same') return <Lines text={text} />
  const Tag = kind === 'added' ? 'ins' : 'del'
  const said = kind === 'added' ? 'added' : 'removed'
  return (
    <Tag>
      <span class="govuk-visually-hidden"> [{said}: </span>
      <Lines text={text} />
      <span class="govuk-visually-hidden">, end of {said}] </span>
    </Tag>
  )
}

/** A text just as it was written. */
export const SourceText = ({ text }: { text: string }) => (
  <p class="govuk-body">
    <Lines text={text} />
  </p>
)

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <Fragment>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
)
