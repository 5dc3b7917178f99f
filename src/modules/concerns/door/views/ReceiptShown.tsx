import { Details } from '../../../../ui/index.ts'

/** A receipt as words and as digits. It folds away, with no script, from somebody who looks over a shoulder. */
export const ReceiptShown = ({ words, groups }: { words: readonly string[]; groups: readonly string[] }) => (
  <Details summary="Your receipt (press to hide or show)" open>
    <p class="govuk-body">These seven words are your receipt:</p>
    <ol
      class="govuk-list govuk-list--number govuk-!-font-size-24 govuk-!-font-weight-bold kith-receipt"
      lang="en"
      dir="ltr"
    >
      {words.map((word) => (
        <li>{word}</li>
      ))}
    </ol>
    <p class="govuk-body">These numbers are the same receipt. You can keep the words or the numbers:</p>
    <p class="govuk-body govuk-!-font-size-24 govuk-!-font-weight-bold" dir="ltr">
      {groups.join(' ')}
    </p>
  </Details>
)
