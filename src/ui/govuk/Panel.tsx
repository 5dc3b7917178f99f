import { Button } from './Button.tsx'
import { type Attributes, type Common, type Content, cx, isEmpty } from './params.ts'

export type PanelAction = {
  text: string
  href?: string | undefined
  type?: 'button' | 'submit' | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}
export type PanelProps = Common & {
  title: Content
  children?: Content
  headingLevel?: number | undefined
  /** Only drawn with the class `govuk-panel--interruption`. */
  actions?: (Common & { items?: readonly PanelAction[] | undefined }) | undefined
}

export const Panel = ({ title, children, headingLevel = 1, actions, classes, attributes }: PanelProps) => {
  const interruption = classes?.includes('govuk-panel--interruption') ?? false
  const Heading = `h${headingLevel}` as 'h1'
  return (
    <div class={cx('govuk-panel', !interruption && 'govuk-panel--confirmation', classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {!isEmpty(children) && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class={cx('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">{actions.items.map(PanelActionLink)}</div>
          )}
        </div>
      )}
    </div>
  )
}

const PanelActionLink = ({ text, href, type, classes, attributes }: PanelAction) =>
  !href || type === 'button' ? (
    <Button
      type={type ?? 'button'}
      classes={cx('govuk-button--inverse', classes)}
      href={href}
      attributes={attributes}
    >
      {text}
    </Button>
  ) : (
    <a class={cx('govuk-link govuk-link--inverse', classes)} {...attributes} href={href}>
      {text}
    </a>
  )
