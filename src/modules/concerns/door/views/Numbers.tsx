/** The council's own line, as its settings give it. */
export type CouncilLine = {
  readonly shortName: string
  readonly phone?: string | undefined
  readonly hours?: string | undefined
}

/** The police's national advice line for people worried about somebody: https://actearly.uk. */
const ACT_EARLY = '0800 011 3764'

const dialled = (number: string) => `tel:${number.replaceAll(/[^\d+]/g, '')}`

/** A number to press on a telephone, large, and left to right in every language. */
export const Telephone = ({ number, large }: { number: string; large?: boolean }) => (
  <p class={large ? 'govuk-heading-xl' : 'govuk-heading-l'}>
    <a class="govuk-link" href={dialled(number)}>
      <bdi>{number}</bdi>
    </a>
  </p>
)

/** 999 first, then whoever can be asked. It stands before any field. */
export const Numbers = ({ council }: { council: CouncilLine }) => (
  <>
    <h2 class="govuk-heading-m">If anyone is in danger now</h2>
    <p class="govuk-body">Call 999 and ask for the police. It is free.</p>
    <Telephone number="999" large />
    <h2 class="govuk-heading-m">To ask for advice</h2>
    <p class="govuk-body">
      Call ACT Early. This is the national advice line. The police run it. It is open from 9am to 5pm, every
      day.
    </p>
    <Telephone number={ACT_EARLY} />
    {council.phone && (
      <>
        <h2 class="govuk-heading-m">To talk to {council.shortName}</h2>
        <p class="govuk-body">Call our safeguarding team{council.hours ? `, ${council.hours}` : ''}.</p>
        <Telephone number={council.phone} />
      </>
    )}
  </>
)
