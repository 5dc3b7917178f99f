import { Button, Panel, WarningText } from '../../../../../ui/index.ts'
import { concernPath } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'

type Props = { id: string; words: readonly string[]; groups: readonly string[] }

/** The receipt, to be read to the caller. */
export const ReceiptPage = ({ id, words, groups }: Props) => (
  <DeskPage title="Give them this receipt" heading={false} open>
    <Panel title="Give them this receipt">The concern is saved</Panel>
    <WarningText>
      Read it to them now and ask them to write it down. Do not keep it. Nobody can show it again later.
    </WarningText>
    <h2 class="govuk-heading-m">As seven words</h2>
    <ol class="govuk-list govuk-list--number" lang="en">
      {words.map((word) => (
        <li>{word}</li>
      ))}
    </ol>
    <h2 class="govuk-heading-m">Or as seven groups of digits</h2>
    <p class="govuk-body">
      <bdi dir="ltr">{groups.join(' ')}</bdi>
    </p>
    <p class="govuk-body">
      Either opens the page “Check a concern with a receipt” on this website, which shows replies and takes a
      further message.
    </p>
    <Button href={concernPath(id)}>Go to the concern</Button>
  </DeskPage>
)
