/** Carries a form, kept as a sealed token, through a step of opening the door that shut before it was sent. */
export const KeptToken = ({ kept }: { kept: string | undefined }) =>
  kept ? <input type="hidden" name="kept" value={kept} /> : null

export type KeptFieldsProps = { fields: readonly (readonly [name: string, value: string])[] }

/** The answers of a kept form, unseen, inside a form that posts to its path. */
export const KeptFields = ({ fields }: KeptFieldsProps) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)
