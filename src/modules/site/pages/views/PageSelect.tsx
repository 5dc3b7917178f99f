import type { Field } from '../../../../kernel/form.ts'
import { SelectField } from '../../../../ui/index.ts'

/** A page that can be chosen. */
export type Choice = { readonly id: string; readonly title: string; readonly slug: string }

type Props = { field: Field; label: string; none: string; choices: readonly Choice[] }

export const PageSelect = ({ field, label, none, choices }: Props) => (
  <SelectField
    field={field}
    label={label}
    items={[
      { value: '', text: none },
      ...choices.map(({ id, title, slug }) => ({ value: id, text: `${title} (/${slug})` })),
    ]}
  />
)
