import type { Attributes, Common, Content } from './params.ts'
import { cx } from './params.ts'

export type ButtonProps = Common & {
  children?: Content
  /** A link that looks like a button. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  preventDoubleClick?: boolean | undefined
  isStartButton?: boolean | undefined
}

export const Button = (props: ButtonProps) => {
  const { children, href, classes, isStartButton, attributes, id } = props
  const common: Attributes = {
    class: cx('govuk-button', classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributes,
    ...(id && { id }),
  }
  const content = (
    <>
      {isStartButton && typeof children !== 'string' ? <span>{children}</span> : children}
      {isStartButton && <StartIcon />}
    </>
  )
  if (!href) return <ButtonElement {...props} common={common} content={content} />
  return (
    <a href={href} role="button" draggable={false} {...common}>
      {content}
    </a>
  )
}

const ButtonElement = (props: ButtonProps & { common: Attributes; content: Content }) => (
  <button
    type={props.type ?? 'submit'}
    value={props.value || undefined}
    name={props.name || undefined}
    disabled={props.disabled}
    aria-disabled={props.disabled ? 'true' : undefined}
    data-prevent-double-click={
      props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)
    }
    {...props.common}
  >
    {props.content}
  </button>
)

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)
