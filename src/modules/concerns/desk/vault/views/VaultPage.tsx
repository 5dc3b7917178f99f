import type { PersonId } from '../../../../../kernel/ids.ts'
import { dateWords, momentWords } from '../../../../../kernel/moments.ts'
import { Button, InsetText, PostForm, Scrollable, Table, Tag } from '../../../../../ui/index.ts'
import { VAULT } from '../../paths.ts'
import { DeskPage } from '../../views/DeskPage.tsx'
import { type BreakGlass, type Holder, mayReview, type Shut } from '../domain.ts'
import { UnlockBox, type UnlockProps } from './UnlockPage.tsx'

export type VaultPageProps = {
  me: PersonId
  holders: readonly Holder[]
  toReview: readonly BreakGlass[]
  /** Undefined when the vault is open. */
  shut: Shut | undefined
  unlock: Omit<UnlockProps, 'shut'>
  /** Why a review was refused. */
  problem?: string | undefined
}

/** Who can open the vault, and what has to be done about it. */
export const VaultPage = ({ me, holders, toReview, shut, unlock, problem }: VaultPageProps) => {
  const form = problem ? { errors: [{ name: '', message: problem }] } : undefined
  return (
    <DeskPage title="The vault" open={!shut} form={form} wide>
      {shut && <UnlockBox shut={shut} {...unlock} />}
      <ToReview list={toReview} me={me} />
      <Holders holders={holders} me={me} open={!shut} />
      <h2 class="govuk-heading-m">Your own passphrase</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`${VAULT}/change`}>
            Change your vault passphrase
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${VAULT}/forgotten`}>
            Start again after a forgotten passphrase
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">When somebody leaves</h2>
      <p class="govuk-body">
        A new key is made for the vault, for everyone but those who leave. They cannot open what comes after
        it. What they could read before, they could have copied.
      </p>
      {shut ? (
        <p class="govuk-body">Open the vault to make a new key.</p>
      ) : (
        <Button href={`${VAULT}/rotate`} classes="govuk-button--secondary">
          Make a new key
        </Button>
      )}
    </DeskPage>
  )
}

const ACCESS = {
  holds: <Tag classes="govuk-tag--green">Can open it</Tag>,
  'for-a-time': <Tag classes="govuk-tag--orange">For a time</Tag>,
  waiting: <Tag classes="govuk-tag--yellow">Waiting for access</Tag>,
  'no-passphrase': <Tag classes="govuk-tag--grey">No passphrase yet</Tag>,
}

const Holders = ({ holders, me, open }: { holders: readonly Holder[]; me: PersonId; open: boolean }) => (
  <>
    <Scrollable label="Who can open the vault">
      <Table
        caption="Who can open the vault"
        captionClasses="govuk-table__caption--m"
        head={['Officer', 'Access', 'Passphrase set', 'What to do']}
        firstCellIsHeader
        rows={holders.map((one) => [
          <bdi>{one.name}</bdi>,
          <>
            {ACCESS[one.access]}
            {one.until && ` until ${momentWords(one.until)}`}
          </>,
          one.keySetAt ? dateWords(one.keySetAt) : 'Not yet',
          <Next one={one} me={me} open={open} />,
        ])}
      />
    </Scrollable>
    <p class="govuk-body">
      Before you give access, speak to the officer in person or on a number that you know. Somebody who has
      stolen a sign-in can ask for access too.
    </p>
  </>
)

const Next = ({ one, me, open }: { one: Holder; me: PersonId; open: boolean }) => {
  if (one.access === 'holds' || one.access === 'no-passphrase') return <>Nothing</>
  if (one.id === me) return <>A colleague must give you access</>
  if (!open) return <>Open the vault to give access</>
  return (
    <a class="govuk-link" href={`${VAULT}/access/${one.id}`} aria-label={`Give access to ${one.name}`}>
      Give access
    </a>
  )
}

const ToReview = ({ list, me }: { list: readonly BreakGlass[]; me: PersonId }) => {
  if (list.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Emergency access to review</h2>
      <p class="govuk-body">Somebody who neither gave it nor had it looks at each one afterwards.</p>
      {list.map((one) => (
        <InsetText>
          <p class="govuk-body">
            <bdi>{one.grantedBy}</bdi> gave <bdi>{one.name}</bdi> access on {momentWords(one.grantedAt)},
            until {momentWords(one.until)}.
          </p>
          <p class="govuk-body">Why: {one.reason}</p>
          {mayReview(one, me) ? (
            <PostForm action={`${VAULT}/review`}>
              <input type="hidden" name="id" value={one.id} />
              <Button classes="govuk-button--secondary">
                I have reviewed this<span class="govuk-visually-hidden"> access of {one.name}</span>
              </Button>
            </PostForm>
          ) : (
            <p class="govuk-body">You gave this access or had it, so somebody else must review it.</p>
          )}
        </InsetText>
      ))}
    </>
  )
}
