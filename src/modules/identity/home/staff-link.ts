import type { Action } from '../permissions.ts'

/** A way to somebody's work, shown on the staff home page to whoever may do its action. */
export type StaffLink = {
  readonly href: string
  readonly text: string
  readonly hint: string
  readonly action: Action
}
