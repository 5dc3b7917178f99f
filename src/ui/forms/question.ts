import type { Field } from '../../kernel/form.ts'
import type { ChoiceItem, Divider } from '../govuk/Choice.tsx'
import type { Content } from '../govuk/params.ts'

/** How large a question is written; 'l' and 'xl' suit a page that asks one thing. */
export type Size = 's' | 'm' | 'l' | 'xl'

export type Heading = {
  size?: Size | undefined
  /** The question is the page's h1. The layout then needs `heading={false}`. */
  isPageHeading?: boolean | undefined
}

/** What every labelled control on a page takes. */
export type FieldProps = Heading & {
  field: Field
  label: Content
  hint?: Content
  /** Classes on the control, such as `govuk-input--width-10`. */
  classes?: string | undefined
  disabled?: boolean | undefined
}

/** What every group of controls under one legend takes. */
export type GroupFieldProps = Heading & { legend: Content; hint?: Content; classes?: string | undefined }

/** Options in order: value to words, or items with hints and conditional parts. */
export type Choices<Item extends ChoiceItem = ChoiceItem> =
  | Readonly<Record<string, Content>>
  | readonly (Item | Divider | false | null | undefined)[]

export const labelOf = ({ label, size, isPageHeading }: Heading & { label: Content }) => ({
  text: label,
  isPageHeading,
  ...sized('govuk-label', size ?? (isPageHeading ? 'l' : 's')),
})

export const legendOf = ({ legend, size, isPageHeading }: Heading & { legend: Content }) => ({
  text: legend,
  isPageHeading,
  ...sized('govuk-fieldset__legend', size ?? (isPageHeading ? 'l' : 's')),
})

const sized = (block: string, size: Size) => ({ classes: `${block}--${size}` })

/** The items of either way of writing choices. */
export function itemsOf<Item extends ChoiceItem>(choices: Choices<Item>) {
  if (Array.isArray(choices)) return choices as readonly (Item | Divider | false | null | undefined)[]
  return Object.entries(choices).map(([value, text]): ChoiceItem => ({ value, text }))
}
