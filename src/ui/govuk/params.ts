import { type ComponentChildren, isValidElement } from 'preact'

/** What a page may put between tags: text, elements, lists of both. */
export type Content = ComponentChildren

/** Further HTML attributes, spread onto a component's element. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** What every component takes besides its own params. */
export type Common = { classes?: string | undefined; attributes?: Attributes | undefined }

/** A part of a component: its content alone, or its content as `text` with params of its own. */
export type Slot<Params = Common> = Content | (Params & { text: Content })

/** Joins class names, leaving out what is not there. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** The params of a slot, whichever way it was written. */
export function slotOf<Params extends object>(slot: Slot<Params>): Partial<Params> & { text: Content } {
  const isParams = typeof slot === 'object' && slot !== null && !isValidElement(slot) && 'text' in slot
  return isParams
    ? (slot as Params & { text: Content })
    : ({ text: slot } as Partial<Params> & { text: Content })
}

/** Nothing to draw: what a template's `{% if %}` calls false. */
export const isEmpty = (content: Content): boolean =>
  content === undefined || content === null || content === false || content === ''
