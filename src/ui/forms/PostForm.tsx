import type { Content } from '../govuk/params.ts'

export type PostFormProps = {
  /** Where it posts; this page's own address unless told. */
  action?: string | undefined
  children?: Content
  id?: string | undefined
  classes?: string | undefined
}

/** A form that posts. Browsers' own checks stay off: our errors say more, and read alike everywhere. */
export const PostForm = ({ action, children, id, classes }: PostFormProps) => (
  <form method="post" novalidate {...(action === undefined ? {} : { action })} id={id} class={classes}>
    {children}
  </form>
)
