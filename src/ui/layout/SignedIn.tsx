import { useChrome, useWords } from './chrome.ts'

/** Who is signed in. Signing out is a post: a link could be followed for somebody. */
export const SignedIn = () => {
  const { user, signOutUrl = '/staff/sign-out', accountUrl } = useChrome()
  const { words } = useWords()
  if (!user) return null
  const { signedInAs, own, signOut } = words.account
  return (
    <div class="kith-signed-in">
      <div class="kith-signed-in__container govuk-width-container">
        <span>
          <span class="govuk-visually-hidden">{signedInAs} </span>
          <bdi>{user.name}</bdi>, {user.roleLabel}
        </span>
        {accountUrl && (
          <a class="govuk-link govuk-link--no-visited-state" href={accountUrl}>
            {own}
          </a>
        )}
        <form method="post" action={signOutUrl}>
          <button type="submit" class="kith-link-button">
            {signOut}
          </button>
        </form>
      </div>
    </div>
  )
}
