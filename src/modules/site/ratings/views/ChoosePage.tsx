import { PublicPage } from '../../../../ui/index.ts'
import { RatePrompt } from './RatePrompt.tsx'

type Props = { title: string; back: string; versionId: string }

/** For somebody who comes without an answer. */
export const ChoosePage = ({ title, back, versionId }: Props) => (
  <PublicPage title="Rate this page" caption={title} back={back} noindex>
    <RatePrompt versionId={versionId} />
  </PublicPage>
)
