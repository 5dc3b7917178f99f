/**
 * The words of every page's surroundings, in English. To translate them, copy this file, name it after the language,
 * and add it to `index.ts`: the compiler says what is missing. Words inside pages are not here yet.
 */
export const EN = {
  skipToContent: 'Skip to main content',
  serviceName: 'Safer communities',
  serviceInformation: 'Service information',
  menu: 'Menu',
  language: 'Language',
  youAreHere: 'Breadcrumb',
  back: 'Back',
  error: 'Error:',
  lastUpdated: 'Last updated:',
  demonstration: {
    tag: 'Demonstration',
    text: 'This is a demonstration, not a council service. In an emergency call 999.',
  },
  /** `emergency` is heard before `text`, and not seen; the others are heard by who presses Shift three times. */
  exit: {
    emergency: 'Emergency',
    text: 'Exit this page',
    pressTwoMore: 'Shift, press 2 more times to exit.',
    pressOneMore: 'Shift, press 1 more time to exit.',
    activated: 'Loading.',
    timedOut: 'Exit this page expired.',
  },
  account: { signedInAs: 'Signed in as', own: 'Your account', signOut: 'Sign out' },
  footer: {
    about: 'About this site',
    accessibility: 'Accessibility statement',
    cookies: 'Cookies',
    privacy: 'Privacy',
    contact: 'Contact us',
    whatWeHold: 'What we hold',
    complain: 'Complain',
    complainTo: (council: string): string => `Complain to ${council}`,
    complainToIco: 'Complain about your personal data (ICO)',
    complainToStacu: 'Complain about Prevent (Standards and Compliance Unit)',
  },
}
