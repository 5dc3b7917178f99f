import { dayWords } from '../../../../kernel/moments.ts'
import { StaffPage, SummaryList, Tag, WarningText } from '../../../../ui/index.ts'
import { Pages, withQuery } from '../../lists/Pages.tsx'
import { type Comment, type CommentFilter, SIZE } from '../domain.ts'
import { ratingsSection } from './section.ts'

type Props = { comments: readonly Comment[]; total: number; filter: CommentFilter }

const PATH = '/staff/ratings/comments'

/** What readers wrote, the newest day first. */
export const CommentsPage = ({ comments, total, filter }: Props) => (
  <StaffPage title="Comments on pages" subNavigation={ratingsSection(PATH)}>
    <WarningText>
      If somebody is in danger, call 999. If a comment tells of a worry about a person, tell a safeguarding
      officer now.
    </WarningText>
    <p class="govuk-body">
      {filter.show === 'no' ? 'Showing comments from people who said No. ' : 'Showing all comments. '}
      <a
        class="govuk-link"
        href={withQuery(PATH, { of: filter.of, show: filter.show === 'no' ? undefined : 'no' })}
      >
        {filter.show === 'no' ? 'Show all' : 'Show No only'}
      </a>
      {filter.of !== '' && (
        <>
          {' · '}
          <a class="govuk-link" href={withQuery(PATH, { show: filter.show === 'no' ? 'no' : undefined })}>
            All pages
          </a>
        </>
      )}
    </p>
    {comments.length === 0 && <p class="govuk-body">There are no comments to show.</p>}
    {comments.map((comment) => (
      <OneComment comment={comment} />
    ))}
    <Pages
      page={filter.page}
      size={SIZE}
      total={total}
      href={(page) => withQuery(PATH, { of: filter.of, show: filter.show === 'no' ? 'no' : undefined, page })}
    />
  </StaffPage>
)

const OneComment = ({ comment }: { comment: Comment }) => (
  <SummaryList
    rows={[
      { key: 'Page', value: `${comment.title}, version ${comment.number}` },
      { key: 'Day', value: dayWords(comment.day) },
      {
        key: 'Useful',
        value: (
          <Tag classes={comment.useful ? 'govuk-tag--green' : 'govuk-tag--red'}>
            {comment.useful ? 'Yes' : 'No'}
          </Tag>
        ),
      },
      { key: 'Comment', value: <bdi>{comment.comment}</bdi> },
    ]}
  />
)
