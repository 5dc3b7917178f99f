import { type Common, type Content, cx, isEmpty, type Slot, slotOf } from './params.ts'

export type LegendParams = { classes?: string | undefined; isPageHeading?: boolean | undefined }
export type FieldsetParams = Common & {
  legend?: Slot<LegendParams>
  describedBy?: string | undefined
  role?: string | undefined
}
export type FieldsetProps = FieldsetParams & { children?: Content }

export const Fieldset = ({ legend, describedBy, role, classes, attributes, children }: FieldsetProps) => (
  <fieldset
    class={cx('govuk-fieldset', classes)}
    role={(role || undefined) as 'group' | undefined}
    aria-describedby={describedBy || undefined}
    {...attributes}
  >
    <Legend legend={legend} />
    {children}
  </fieldset>
)

const Legend = ({ legend }: { legend: Slot<LegendParams> }) => {
  const { text, classes, isPageHeading } = slotOf<LegendParams>(legend)
  if (isEmpty(text)) return null
  return (
    <legend class={cx('govuk-fieldset__legend', classes)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  )
}
