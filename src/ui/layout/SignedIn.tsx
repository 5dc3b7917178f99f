import { useChrome } from './chrome.ts'

/** Who is signed in. Signing out is a post: a link could be followed for somebody. */
export const SignedIn = () => {
  const { user, signOutUrl = '/staff/sign-out', accountUrl } = useChrome()
  if (!user) return null
  return (
    <div class="kith-signed-in">
      <div class="kith-signed-in__container govuk-width-container">
        <span>
          <span class="govuk-visually-hidden">Signed in as </span>
          <bdi>{user.name}</bdi>, {user.roleLabel}
        </span>
        {accountUrl && (
          <a class="govuk-link govuk-link--no-visited-state" href={accountUrl}>
            Your account
          </a>
        )}
        <form method="post" action={signOutUrl}>
          <button type="submit" class="kith-link-button">
            Sign out
          </button>
        </form>
      </div>
    </div>
  )
}
