import type { Form } from '../../../../../kernel/form.ts'
import {
  Button,
  CheckboxesField,
  PostForm,
  RadiosField,
  SummaryList,
  TextareaField,
} from '../../../../../ui/index.ts'
import type { ConcernFile } from '../../concern/read.ts'
import { WhatTheyWrote } from '../../concern/views/WhatTheyWrote.tsx'
import { ROUTE_WORDS, TOLD_WORDS } from '../../labels.ts'
import { concernPath } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import { Words } from '../../views/Words.tsx'
import { firstTold, isHandedOver, type Route, type Told } from '../domain.ts'
import { Decision, RouteList } from './Decisions.tsx'
import { NoContactYet, NothingDelays } from './NoContactYet.tsx'

export type DecisionFields = Form<{
  version: number
  once: string
  routes: Route[]
  reason: string
  urgent: boolean
  urgentReason?: string | undefined
  told?: Told | undefined
  toldReason?: string | undefined
}>
export type DecidePageProps = {
  file: ConcernFile
  form: DecisionFields
  once: string
  stale?: boolean | undefined
}

/** Deciding on a concern, or changing one's mind. */
export const DecidePage = ({ file, form, once, stale }: DecidePageProps) => {
  const { concern, decisions } = file
  const routes = form.fields.routes.values as readonly Route[]
  const told = form.fields.told.value as Told | ''
  return (
    <DeskPage
      title={`Decide on concern ${concern.ref}`}
      back={concernPath(concern.id)}
      form={form}
      wide={stale}
      open
    >
      <NothingDelays />
      {stale && <Both file={file} form={form} />}
      <WhatTheyWrote file={file} />
      {decisions.length > 0 && !stale && (
        <p class="govuk-body">
          This concern has been decided before. The earlier decision stays in its history.
        </p>
      )}
      <PostForm>
        <input type="hidden" name="version" value={concern.version} />
        <input type="hidden" name="once" value={once} />
        <CheckboxesField
          field={form.fields.routes}
          legend="What should happen next?"
          hint="Select all that apply."
          items={routeItems()}
        />
        <TextareaField
          field={form.fields.reason}
          label="Why did you decide this?"
          hint="The person you are writing about may be able to ask for this."
        />
        <Urgent form={form} isDone={isHandedOver({ handovers: file.handovers.map(({ state }) => state) })} />
        <NoContactYet told={routes.includes('police') ? 'not-yet-awaiting-police' : concern.told} />
        <ToldFields form={form} value={told || startOf(concern.told, routes)} />
        <Button preventDoubleClick>Save decision</Button>
      </PostForm>
    </DeskPage>
  )
}

const startOf = (told: Told, routes: readonly Route[]): Told =>
  told === 'not-yet' || routes.includes('police') ? firstTold(routes) : told

const routeItems = () => [
  ...Object.entries(ROUTE_WORDS)
    .filter(([value]) => value !== 'none')
    .map(([value, text]) => ({ value, text })),
  { divider: 'or' },
  { value: 'none', text: ROUTE_WORDS.none, behaviour: 'exclusive' as const },
]

const Urgent = ({ form, isDone }: { form: DecisionFields; isDone: boolean }) => {
  if (isDone)
    return (
      <p class="govuk-body">The police have this concern already. A new decision does not send it again.</p>
    )
  return (
    <CheckboxesField
      field={{ ...form.fields.urgent, values: form.fields.urgent.values }}
      legend="If you selected the police"
      hint="A hand-over to the police waits for a second officer, who cannot be you. If it cannot wait, it goes at once, and a second officer must check it within one working day."
      items={[
        {
          value: 'yes',
          text: 'It is urgent and goes to the police at once',
          conditional: (
            <TextareaField field={form.fields.urgentReason} label="Why can it not wait?" rows={3} />
          ),
        },
      ]}
    />
  )
}

const ToldFields = ({ form, value }: { form: DecisionFields; value: Told }) => (
  <>
    <RadiosField
      field={{ ...form.fields.told, value }}
      legend="Has the person or a parent been told?"
      hint="With the police among the routes, this starts at “Not yet, awaiting the police’s first check”. Until then do not contact the person, their family or partners, unless someone is in danger or children’s services advise it."
      items={TOLD_WORDS}
    />
    <TextareaField
      field={form.fields.toldReason}
      label="If they have been told, or must not be, why? (optional)"
      hint="If the police are among the routes and they have been told, say who is in danger, or what children’s services advised."
      rows={3}
    />
  </>
)

/** A stale page: what is saved now and what was about to be, side by side. Neither is lost. */
const Both = ({ file, form }: { file: ConcernFile; form: DecisionFields }) => {
  const [saved] = file.decisions
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">What is saved now</h2>
        {saved ? <Decision decision={saved} title="Decision" /> : <p class="govuk-body">No decision yet.</p>}
        <p class="govuk-body">Told: {TOLD_WORDS[file.concern.told]}</p>
        <p class="govuk-body">
          Assigned to: <bdi>{file.concern.assigned ?? 'nobody yet'}</bdi>
        </p>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">What you were about to save</h2>
        <SummaryList
          card={{ title: { text: 'Your decision', headingLevel: 3 } }}
          rows={[
            { key: 'Routes', value: <RouteList routes={form.fields.routes.values} /> },
            { key: 'Why', value: <Words text={form.fields.reason.value} /> },
          ]}
        />
        <p class="govuk-body">Told: {TOLD_WORDS[form.fields.told.value] ?? 'not answered'}</p>
      </div>
    </div>
  )
}
