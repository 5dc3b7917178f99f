import type { Form } from '../../../../../kernel/form.ts'
import { momentWords } from '../../../../../kernel/moments.ts'
import { Button, PostForm, RadiosField, Scrollable, Table, TextField } from '../../../../../ui/index.ts'
import { PURPOSE_WORDS } from '../../labels.ts'
import { concernPath, DESK } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import { counted } from '../../words.ts'
import type { Part, Purpose } from '../domain.ts'
import type { SearchResult } from '../search.ts'

type SearchFields = Form<{ words: string; purpose: Purpose; after?: string | undefined }>
type Props = { form: SearchFields; result?: SearchResult | undefined }

const PART_WORDS: Readonly<Record<Part, string>> = {
  concern: 'What they told us',
  message: 'A message',
  note: 'A note',
}

/** Words inside the open vault, for this session alone. */
export const SearchPage = ({ form, result }: Props) => (
  <DeskPage title="Search the vault" back={DESK} form={form} open>
    <p class="govuk-body">
      Every concern that you may see is opened and searched, the newest first. Your reason and the number of
      concerns go into the log. The words that you search for do not.
    </p>
    {result && <Results form={form} result={result} />}
    <PostForm>
      <TextField
        field={form.fields.words}
        label="Words to search for"
        hint="All of them must be there. Capital letters and accents make no difference."
        autocomplete="off"
        spellcheck={false}
      />
      <RadiosField field={form.fields.purpose} legend="Why are you searching?" items={PURPOSE_WORDS} />
      <Button preventDoubleClick>Search</Button>
    </PostForm>
  </DeskPage>
)

const Results = ({ form, result }: { form: SearchFields; result: SearchResult }) => {
  const { found, searched, total, unopened, next } = result
  return (
    <section aria-labelledby="results">
      <h2 class="govuk-heading-m" id="results">
        {counted(found.length, 'concern')} found
      </h2>
      <p class="govuk-body">
        Searched {searched.toLocaleString('en-GB')} of {counted(total, 'concern')}.{' '}
        {next ? 'Older ones have not been searched yet.' : 'There are no older ones.'}
        {unopened > 0 && ` ${counted(unopened, 'concern')} could not be opened in full with your keys.`}
      </p>
      {found.length > 0 && (
        <Scrollable label="Concerns found">
          <Table
            head={['Reference', 'Received', 'Where the words are']}
            firstCellIsHeader
            rows={found.map((one) => [
              <a class="govuk-link kith-whole" href={concernPath(one.id)}>
                {one.ref}
              </a>,
              momentWords(one.receivedAt),
              one.parts.map((part) => PART_WORDS[part]).join(', '),
            ])}
          />
        </Scrollable>
      )}
      {next && <Older form={form} next={next} />}
    </section>
  )
}

const Older = ({ form, next }: { form: SearchFields; next: string }) => (
  <PostForm>
    <input type="hidden" name="words" value={form.fields.words.value} />
    <input type="hidden" name="purpose" value={form.fields.purpose.value} />
    <input type="hidden" name="after" value={next} />
    <Button preventDoubleClick classes="govuk-button--secondary">
      Search older concerns
    </Button>
  </PostForm>
)
