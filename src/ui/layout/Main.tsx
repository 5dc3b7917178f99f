import { ErrorSummaryFor, type FormErrors } from '../forms/ErrorSummaryFor.tsx'
import { NotificationBanner } from '../govuk/NotificationBanner.tsx'
import type { Content } from '../govuk/params.ts'
import { useChrome } from './chrome.ts'

export type MainProps = {
  /** The page's h1 unless `heading` says otherwise, and the first part of the title element. */
  title: string
  /** Another h1 than the title; `false` where a question's label or legend is the h1. */
  heading?: Content | false
  /** A line above the h1, such as the name of the section. */
  caption?: Content
  /** The form on the page: its errors are summed up first, and the title says "Error: ". */
  form?: FormErrors | undefined
  /** The whole width, for tables; otherwise text keeps to two thirds. */
  wide?: boolean | undefined
  /** Beside or below the text, one third wide. */
  aside?: Content
  children?: Content
}

/** `<main>`: what was just done, what is wrong, the heading and the page. */
export const Main = (props: MainProps) => (
  <main class="govuk-main-wrapper" id="main-content" tabIndex={-1}>
    <div class="govuk-grid-row">
      <div class={props.wide ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds'}>
        <Notice />
        <ErrorSummaryFor form={props.form} />
        <Heading {...props} />
        {props.children}
      </div>
      {props.aside && <div class="govuk-grid-column-one-third">{props.aside}</div>}
    </div>
  </main>
)

const Notice = () => {
  const { notice } = useChrome()
  return notice ? <NotificationBanner type="success" text={notice} /> : null
}

const Heading = ({ title, heading, caption }: MainProps) => {
  if (heading === false) return null
  return (
    <h1 class="govuk-heading-l">
      {caption && <span class="govuk-caption-l">{caption}</span>}
      {heading ?? title}
    </h1>
  )
}
