import type { Instant } from '../../../../../kernel/clock.ts'
import type { PersonId } from '../../../../../kernel/ids.ts'
import { Button, Details, PostForm, SelectField } from '../../../../../ui/index.ts'
import { blankField } from '../../fields.ts'
import { concernPath } from '../../paths.ts'
import { type Concern, canReply } from '../domain.ts'
import { nextSteps, type Step } from '../next-steps.ts'
import type { ConcernFile } from '../read.ts'

type Props = { file: ConcernFile; me: PersonId; now: Instant }

/** What to do next, the most pressing first, and what else can be done. */
export const NextSteps = ({ file, me, now }: Props) => {
  const { concern, handovers } = file
  const steps = nextSteps(concern, handovers, me, now)
  return (
    <>
      <h2 class="govuk-heading-m">What to do next</h2>
      {steps.length === 0 && <p class="govuk-body">Nothing: this concern is closed.</p>}
      {steps.map((step, index) => (
        <OneStep step={step} concern={concern} me={me} first={index === 0} />
      ))}
      <Else concern={concern} now={now} />
    </>
  )
}

type StepProps = { step: Step; concern: Concern; me: PersonId; first: boolean }

const OneStep = ({ step, concern, me, first }: StepProps) => {
  const classes = `govuk-!-margin-bottom-3${first ? '' : ' govuk-button--secondary'}`
  const link = (page: string, text: string) => (
    <p class="govuk-body">
      <Button href={concernPath(concern.id, page)} classes={classes}>
        {text}
      </Button>
    </p>
  )
  switch (step) {
    case 'check':
      return link('check', 'Check the hand-over to the police')
    case 'await-check':
      return (
        <p class="govuk-body">
          Your hand-over to the police needs a second officer. Ask a colleague to check it: it cannot be you.
        </p>
      )
    case 'take':
      return (
        <PostForm action={concernPath(concern.id, 'assign')}>
          <input type="hidden" name="version" value={concern.version} />
          <input type="hidden" name="person" value={me} />
          <Button classes={classes}>Take this concern</Button>
        </PostForm>
      )
    case 'decide':
      return link('decide', 'Decide what should happen')
    case 'reply':
      return link('reply', 'Reply, so that they know you have it')
    case 'acknowledge':
      return (
        <PostForm action={concernPath(concern.id, 'acknowledge')}>
          <Button classes={classes}>Mark as acknowledged</Button>
        </PostForm>
      )
    case 'close':
      return link('close', 'Close this concern')
  }
}

const Else = ({ concern, now }: { concern: Concern; now: Instant }) => {
  const links: (readonly [string, string] | false)[] = [
    canReply(concern, now) && ['reply', 'Reply'],
    ['note', 'Add a note'],
    concern.status === 'decided' && ['decide', 'Decide again'],
    concern.status === 'closed' && ['reopen', 'Reopen this concern'],
    ['told', 'Say whether they have been told'],
    ['withdraw', 'Step back because of a conflict of interest'],
  ]
  return (
    <ul class="govuk-list">
      {links.map(
        (link) =>
          link && (
            <li>
              <a class="govuk-link" href={concernPath(concern.id, link[0])}>
                {link[1]}
              </a>
            </li>
          ),
      )}
      {concern.acknowledgedAt === null && concern.status !== 'closed' && canReply(concern, now) && (
        <li>
          <PostForm action={concernPath(concern.id, 'acknowledge')}>
            <button type="submit" class="kith-link-button">
              Mark as acknowledged without a reply
            </button>
          </PostForm>
        </li>
      )}
    </ul>
  )
}

type AssigningProps = { concern: Concern; officers: readonly { id: PersonId; name: string }[] }

/** Giving a concern to somebody. */
export const Assigning = ({ concern, officers }: AssigningProps) => (
  <Details summary="Assign this concern">
    <PostForm action={concernPath(concern.id, 'assign')}>
      <input type="hidden" name="version" value={concern.version} />
      <SelectField
        field={blankField('person', concern.assignedTo ?? '')}
        label="Assign to"
        items={[
          { value: '', text: 'Choose an officer' },
          ...officers.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Button classes="govuk-button--secondary">Assign</Button>
    </PostForm>
  </Details>
)
