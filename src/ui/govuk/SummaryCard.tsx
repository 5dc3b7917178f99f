import { type Attributes, type Common, type Content, cx, isEmpty, type Slot, slotOf } from './params.ts'

export type SummaryAction = {
  href: string
  text: Content
  /** What is changed, for people who hear the link alone: "Change" then " your name". */
  visuallyHiddenText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}
export type SummaryActions = { classes?: string | undefined; items?: readonly SummaryAction[] | undefined }
type TitleParams = { classes?: string | undefined; headingLevel?: number | undefined }

export type SummaryCardParams = Common & { title?: Slot<TitleParams>; actions?: SummaryActions | undefined }

export const SummaryCard = (props: SummaryCardParams & { children?: Content }) => {
  const title = slotOf<TitleParams>(props.title)
  const Heading = `h${title.headingLevel ?? 2}` as 'h2'
  return (
    <div class={cx('govuk-summary-card', props.classes)} {...props.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {!isEmpty(props.title) && (
          <Heading class={cx('govuk-summary-card__title', title.classes)}>{title.text}</Heading>
        )}
        {props.actions && <CardActions {...props.actions} cardTitle={props.title} />}
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  )
}

const CardActions = ({ items = [], classes, cardTitle }: SummaryActions & { cardTitle: Content }) => {
  const [only, second] = items
  if (!only) return null
  const classNames = cx('govuk-summary-card__actions', classes)
  if (!second)
    return (
      <div class={classNames}>
        <ActionLink action={only} cardTitle={cardTitle} />
      </div>
    )
  return (
    <ul class={classNames}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

type ActionLinkProps = { action: SummaryAction; cardTitle: Content }

export const ActionLink = ({ action, cardTitle }: ActionLinkProps) => {
  const hasTitle = !isEmpty(cardTitle)
  return (
    <a class={cx('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.visuallyHiddenText || hasTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {hasTitle && [' (', slotOf(cardTitle).text, ')']}
        </span>
      )}
    </a>
  )
}
