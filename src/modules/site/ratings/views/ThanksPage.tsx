import { Panel, PublicPage } from '../../../../ui/index.ts'

export const ThanksPage = () => (
  <PublicPage title="Thank you" heading={false} noindex>
    <Panel title="Thank you" headingLevel={1}>
      We have your comment
    </Panel>
    <p class="govuk-body">
      The people who write these pages will read it. They cannot answer, as they do not know who you are.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        Go to the front page
      </a>
    </p>
  </PublicPage>
)
