import { momentWords } from '../../../../../kernel/moments.ts'
import { SummaryList, Tag } from '../../../../../ui/index.ts'
import type { DecisionShown, HandoverShown } from '../../concern/domain.ts'
import { HANDOVER_WORDS, ROUTE_WORDS } from '../../labels.ts'
import { Words } from '../../views/Words.tsx'

type Props = { decisions: readonly DecisionShown[]; handovers: readonly HandoverShown[] }

/** Every decision, the latest first; earlier ones stay. */
export const Decisions = ({ decisions, handovers }: Props) => (
  <>
    {decisions.map((decision, index) => (
      <Decision
        decision={decision}
        title={index === 0 ? 'Decision' : 'Earlier decision'}
        handover={handovers.find(({ decisionId }) => decisionId === decision.id)}
      />
    ))}
  </>
)

type OneProps = { decision: DecisionShown; title: string; handover?: HandoverShown | undefined }

export const Decision = ({ decision, title, handover }: OneProps) => (
  <SummaryList
    card={{ title: { text: `${title}, ${momentWords(decision.at)}`, headingLevel: 3 } }}
    rows={[
      { key: 'Routes', value: <RouteList routes={decision.routes} /> },
      { key: 'Why', value: <Words text={decision.reason} /> },
      { key: 'Decided by', value: <bdi>{decision.by}</bdi> },
      handover && { key: 'Hand-over to the police', value: <HandoverState handover={handover} /> },
    ]}
  />
)

export const RouteList = ({ routes }: { routes: readonly string[] }) => (
  <ul class="govuk-list">
    {routes.map((route) => (
      <li>{ROUTE_WORDS[route] ?? route}</li>
    ))}
  </ul>
)

const HandoverState = ({ handover }: { handover: HandoverShown }) => (
  <>
    <p class="govuk-body">
      <Tag classes={COLOURS[handover.state]}>{HANDOVER_WORDS[handover.state]}</Tag>
    </p>
    {handover.urgentReason && <Words text={`Why it was urgent: ${handover.urgentReason}`} />}
    {handover.state === 'sent-unchecked' && handover.checkBy && (
      <p class="govuk-body">A second officer must check it by {momentWords(handover.checkBy)}.</p>
    )}
    {handover.note && <Words text={`The second officer wrote: ${handover.note}`} />}
    {handover.checker && handover.checkedAt && (
      <p class="govuk-body">
        <bdi>{handover.checker}</bdi>, {momentWords(handover.checkedAt)}
      </p>
    )}
  </>
)

const COLOURS: Readonly<Record<HandoverShown['state'], string>> = {
  waiting: 'govuk-tag--yellow',
  confirmed: 'govuk-tag--green',
  refused: 'govuk-tag--red',
  superseded: 'govuk-tag--grey',
  'sent-unchecked': 'govuk-tag--orange',
  checked: 'govuk-tag--green',
  disputed: 'govuk-tag--red',
}
