import type { Field } from '../../kernel/form.ts'

/** An answer carried along unseen, such as a row's version. */
export const HiddenField = ({ field }: { field: Field }) => (
  <input type="hidden" name={field.name} value={field.value} />
)
