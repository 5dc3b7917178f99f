import { Details, StaffPage, WideTable } from '../../../../ui/index.ts'
import { languageOf } from '../../languages.ts'
import { Pages, withQuery } from '../../lists/Pages.tsx'
import { type RatedVersion, SIZE, usefulShare } from '../domain.ts'
import { ratingsSection } from './section.ts'

type Props = { versions: readonly RatedVersion[]; total: number; page: number }

/** Ratings by page and version. */
export const RatedPage = ({ versions, total, page }: Props) => (
  <StaffPage title="Page ratings" wide subNavigation={ratingsSection('/staff/ratings')}>
    <Details summary="What these figures mean">
      <p class="govuk-body">
        Yes and No count how often each was pressed. One reader can press more than once, and most readers do
        not answer. Comments are counted apart: most people leave none. “Useful” is Yes as a share of Yes and
        No. We do not know who answered.
      </p>
    </Details>
    {versions.length === 0 ? (
      <p class="govuk-body">Nobody has rated a page yet.</p>
    ) : (
      <WideTable
        caption="Ratings by page and version"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Page', 'Version', numeric('Yes'), numeric('No'), numeric('Useful'), numeric('Comments')]}
        rows={versions.map((version) => [
          version.language === 'en'
            ? version.title
            : `${version.title} (${languageOf(version.language).name})`,
          `Version ${version.number}`,
          numeric(version.yes),
          numeric(version.no),
          numeric(`${usefulShare(version) ?? 0}%`),
          numeric(<Comments version={version} />),
        ])}
      />
    )}
    <Pages page={page} size={SIZE} total={total} href={(to) => withQuery('/staff/ratings', { page: to })} />
  </StaffPage>
)

const numeric = (text: preact.ComponentChildren) => ({ text, format: 'numeric' })

const Comments = ({ version }: { version: RatedVersion }) =>
  version.comments === 0 ? (
    <>0</>
  ) : (
    <a class="govuk-link" href={withQuery('/staff/ratings/comments', { of: version.pageId })}>
      {version.comments}
      <span class="govuk-visually-hidden"> comments on {version.title}</span>
    </a>
  )
