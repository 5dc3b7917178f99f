import { PublicPage } from '../../../../ui/index.ts'

/** The same for a link that was used, is too old, was taken back or never was. */
export const LinkGonePage = () => (
  <PublicPage title="This link does not work" noindex bare>
    <p class="govuk-body">It may have been used already, or it is more than 7 days old.</p>
    <p class="govuk-body">Ask the person who gave it to you for a new one.</p>
    <p class="govuk-body">
      If you have set up your account, you can{' '}
      <a class="govuk-link" href="/sign-in">
        sign in
      </a>
      .
    </p>
  </PublicPage>
)
