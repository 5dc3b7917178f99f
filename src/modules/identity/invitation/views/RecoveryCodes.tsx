/** The codes, to print or copy. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <ol class="govuk-list govuk-list--number kith-receipt">
    {codes.map((code) => (
      <li>
        <code>
          <bdi>{code}</bdi>
        </code>
      </li>
    ))}
  </ol>
)
