import { SummaryList } from '../../../../ui/index.ts'

/** The day's seal of one log, as readers can copy it. */
export type ShownSeal = { readonly half: 'open' | 'closed'; readonly at: string; readonly hash: string }

const HALVES = { open: 'Log of everything but concerns', closed: 'Log of concerns' }

/** Seals of both logs: anyone may copy them, and compare later. */
export const Seals = ({ seals }: { seals: readonly ShownSeal[] }) => (
  <section aria-labelledby="seals">
    <h2 class="govuk-heading-m" id="seals">
      Today’s seals
    </h2>
    <p class="govuk-body">
      Every act in this system is written into a log, and so is every reading of a person’s record. The log is
      sealed every minute. If anybody changes an old line, the seals no longer fit. We show one seal of each
      day here: copy it to check us later.
    </p>
    {seals.length === 0 ? (
      <p class="govuk-body">Nothing has been sealed yet.</p>
    ) : (
      <SummaryList
        rows={seals.map((seal) => ({
          key: `${HALVES[seal.half]}, ${seal.at}`,
          value: (
            <code class="kith-seal" dir="ltr">
              {groups(seal.hash)}
            </code>
          ),
        }))}
      />
    )}
  </section>
)

/** In eights, so that it wraps and can be read out. */
const groups = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ')
