import type { Temporal } from '../../../../kernel/clock.ts'
import { Button, InsetText } from '../../../../ui/index.ts'
import { periodWords } from '../domain.ts'
import { ConcernsPage } from './ConcernsPage.tsx'
import { type CouncilLine, Numbers } from './Numbers.tsx'

export type StartProps = {
  council: CouncilLine
  /** What the data protection officer has set; none while the door is closed. */
  promises?:
    | { recipients: string; reviewAfter: Temporal.Duration; deleteAfter: Temporal.Duration }
    | undefined
}

const HEADING = 'Tell us if you are worried about someone'

/** What people read before they are asked anything. */
export const StartPage = ({ council, promises }: StartProps) => (
  <ConcernsPage title="Contact us in confidence" heading={HEADING} back="/">
    <Numbers council={council} />
    {promises ? <Online council={council} promises={promises} /> : <TelephoneOnly />}
    <h2 class="govuk-heading-m">If you have a receipt from us</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/concerns/receipt">
        I have a receipt
      </a>
    </p>
  </ConcernsPage>
)

const TelephoneOnly = () => (
  <InsetText>You cannot write to us here at the moment. Please call one of the numbers above.</InsetText>
)

type OnlineProps = { council: CouncilLine; promises: NonNullable<StartProps['promises']> }

const Online = ({ council, promises }: OnlineProps) => (
  <>
    <h2 class="govuk-heading-m">To write to us</h2>
    <p class="govuk-body">You can write in any language. You only need to tell us what worries you.</p>
    <p class="govuk-body">
      To go back to a question, press Back at the end of the page. If you use the back arrow of your browser,
      it asks you to send the page again. That is safe: you have not sent us anything until you press Send.
    </p>
    <p class="govuk-body">
      You do not need to give your name. You do not need an account. We set no cookies on these pages, and
      they work without JavaScript. We do not keep your computer’s address.
    </p>
    <p class="govuk-body">
      This service is part of Prevent. Prevent is a government programme. It tries to stop people being drawn
      into terrorism.
    </p>
    <WhatHappens council={council} promises={promises} />
    <CannotPromise />
    <Files />
    <Button href="/concerns/raise" isStartButton>
      Start now
    </Button>
  </>
)

const WhatHappens = ({ council, promises }: OnlineProps) => (
  <>
    <h2 class="govuk-heading-m">What happens to what you write</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        We lock it as soon as you send it. Only safeguarding officers at {council.shortName} can open it.
      </li>
      <li>An officer reads it by the end of the next working day.</li>
      <li>A person decides what to do. A computer never decides.</li>
      <li>We write down each time someone reads it.</li>
      <li>You get a receipt. With it you can see our reply and write to us again.</li>
    </ul>
    <h3 class="govuk-heading-s">Who we may share it with</h3>
    <p class="govuk-body">{promises.recipients}</p>
    <h3 class="govuk-heading-s">How long we keep it</h3>
    <p class="govuk-body">
      After {periodWords(promises.reviewAfter)} we check if we still need it. We delete it after{' '}
      {periodWords(promises.deleteAfter)}.
    </p>
  </>
)

const CannotPromise = () => (
  <>
    <h2 class="govuk-heading-m">What we cannot promise</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>What you write may show who you are, even if you do not give your name.</li>
      <li>If someone is at risk, we may have to share what you wrote.</li>
    </ul>
  </>
)

const Files = () => (
  <>
    <h2 class="govuk-heading-m">If you want to report a website, a picture or a video</h2>
    <p class="govuk-body">
      You cannot send files here. Use the government’s page to{' '}
      <a class="govuk-link" href="https://www.gov.uk/report-terrorism" rel="noreferrer">
        report online terrorist material
      </a>
      .
    </p>
  </>
)
