import type { Person } from '../../../../kernel/actor.ts'
import { momentWords } from '../../../../kernel/moments.ts'
import {
  Button,
  InsetText,
  PostForm,
  Scrollable,
  StaffPage,
  SummaryList,
  Table,
} from '../../../../ui/index.ts'
import { ROLE_LABELS } from '../../roles.ts'
import { FEW_CODES } from '../../sign-in/recovery-codes.ts'
import type { OwnSession } from '../store.ts'

type Props = {
  me: Person
  email: string
  codesLeft: number
  sessions: readonly OwnSession[]
  current: string | undefined
}

export const AccountPage = ({ me, email, codesLeft, sessions, current }: Props) => (
  <StaffPage title="Your account" back="/staff">
    {codesLeft <= FEW_CODES && (
      <InsetText>
        You have{' '}
        {codesLeft === 0
          ? 'no recovery codes'
          : codesLeft === 1
            ? 'only 1 recovery code'
            : `only ${codesLeft} recovery codes`}{' '}
        left. Get new ones, so that you can sign in if you lose your phone.
      </InsetText>
    )}
    <SummaryList
      rows={[
        { key: 'Name', value: <bdi>{me.name}</bdi> },
        { key: 'Email address', value: <bdi>{email}</bdi> },
        { key: 'Roles', value: me.roles.map((role) => ROLE_LABELS[role]).join(', ') || 'None' },
        {
          key: 'Password',
          value: 'Set',
          actions: {
            items: [{ href: '/staff/account/password', text: 'Change', visuallyHiddenText: 'password' }],
          },
        },
        {
          key: 'Recovery codes',
          value: `${codesLeft} left`,
          actions: {
            items: [
              {
                href: '/staff/account/recovery-codes',
                text: 'Get new ones',
                visuallyHiddenText: 'recovery codes',
              },
            ],
          },
        },
      ]}
    />
    <Sessions sessions={sessions} current={current} />
  </StaffPage>
)

const Sessions = ({ sessions, current }: Pick<Props, 'sessions' | 'current'>) => (
  <>
    <h2 class="govuk-heading-m">Where you are signed in</h2>
    <p class="govuk-body">We keep no address or name of a browser, only when it was used.</p>
    <Scrollable label="Where you are signed in">
      <Table
        head={['Signed in', 'Last used', 'End']}
        rows={sessions.map((session) => [
          momentWords(session.createdAt),
          momentWords(session.lastSeenAt),
          session.id === current ? 'This browser' : <EndOne session={session} />,
        ])}
      />
    </Scrollable>
    <PostForm action="/staff/account/sign-out-everywhere">
      <Button classes="govuk-button--warning" preventDoubleClick>
        Sign out everywhere
      </Button>
    </PostForm>
  </>
)

const EndOne = ({ session }: { session: OwnSession }) => (
  <PostForm action={`/staff/account/sessions/${session.id}/end`}>
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
      Sign out<span class="govuk-visually-hidden"> the one of {momentWords(session.createdAt)}</span>
    </Button>
  </PostForm>
)
