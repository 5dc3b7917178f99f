/** The codes, to print or copy. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <ol class="govuk-list govuk-list--number">
    {codes.map((code) => (
      <li>
        <code>
          <bdi>{code}</bdi>
        </code>
      </li>
    ))}
  </ol>
)
