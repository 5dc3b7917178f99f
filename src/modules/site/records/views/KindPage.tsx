import type { Form } from '../../../../kernel/form.ts'
import { momentWords } from '../../../../kernel/moments.ts'
import {
  Button,
  HiddenField,
  PostForm,
  StaffPage,
  SummaryList,
  TextareaField,
  TextField,
  Timeline,
} from '../../../../ui/index.ts'
import { NOT_SET, periodText, type RecordKind } from '../domain.ts'
import type { RecordInput } from '../forms.ts'
import type { KindVersion } from '../store.ts'

type Props = {
  kind: RecordKind
  history: readonly KindVersion[]
  form: Form<RecordInput>
  /** Somebody else set it while this form was open. */
  stale?: boolean
}

/** Why one kind of record is held, and for how long. */
export const KindPage = ({ kind, history, form, stale }: Props) => (
  <StaffPage title={kind.title} caption="What we hold and why" back="/staff/records" form={form}>
    {stale && (
      <>
        <h2 class="govuk-heading-m">What is set now</h2>
        <AsSet values={kind} />
        <h2 class="govuk-heading-m">What you wrote</h2>
      </>
    )}
    <PostForm>
      <HiddenField field={form.fields.version} />
      <TextareaField
        field={form.fields.legalBasis}
        rows={2}
        label="Legal basis"
        hint="The article and the law, like Article 6(1)(e), public task."
      />
      <TextareaField
        field={form.fields.condition}
        rows={2}
        label="Condition for special category or criminal data"
        hint="Leave it empty if there is no such data."
      />
      <TextField field={form.fields.controller} label="Data controller" />
      <TextareaField field={form.fields.recipients} rows={3} label="Who it may be shared with" />
      <Months field={form.fields.reviewAfter} label="Months until it is reviewed" />
      <Months field={form.fields.deleteAfter} label="Months until it is deleted" />
      <Button>Save</Button>
    </PostForm>
    <h2 class="govuk-heading-m">What has been set before</h2>
    {history.length === 0 ? <p class="govuk-body">Nothing yet.</p> : <History history={history} />}
  </StaffPage>
)

const Months = ({ field, label }: { field: Form<RecordInput>['fields']['reviewAfter']; label: string }) => (
  <TextField
    field={field}
    label={label}
    hint="Counted from the day the record is closed. Leave it empty if it is not decided."
    inputmode="numeric"
    classes="govuk-input--width-4"
  />
)

type Values = Omit<RecordKind, 'kind' | 'title' | 'version' | 'setAt'>

const AsSet = ({ values }: { values: Values }) => (
  <SummaryList
    rows={[
      { key: 'Legal basis', value: values.legalBasis ?? NOT_SET },
      { key: 'Condition', value: values.condition ?? NOT_SET },
      { key: 'Data controller', value: values.controller ?? NOT_SET },
      { key: 'Shared with', value: values.recipients ?? NOT_SET },
      { key: 'Reviewed after', value: periodText(values.reviewAfter) ?? NOT_SET },
      { key: 'Deleted after', value: periodText(values.deleteAfter) ?? NOT_SET },
    ]}
  />
)

const History = ({ history }: { history: readonly KindVersion[] }) => (
  <Timeline
    headingLevel={3}
    items={history.map((version) => ({
      label: `Setting ${version.version - 1}`,
      byline: <bdi>{version.by ?? 'somebody'}</bdi>,
      at: version.setAt
        ? { text: momentWords(version.setAt), iso: version.setAt.toString() }
        : { text: '', iso: '' },
      children: <AsSet values={version} />,
    }))}
  />
)
