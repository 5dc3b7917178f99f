const SHORTEST = 12
const LONGEST = 200

/** Runs of keys and letters that people type for want of a passphrase. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '1234567890qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** The words that lists of leaked passwords are made of, and the ones that this product invites. */
const COMMON = [
  ...[
    'password',
    'passphrase',
    'passw0rd',
    'p@ssw0rd',
    'pa55word',
    'letmein',
    'welcome',
    'changeme',
    'iloveyou',
  ],
  ...[
    'administrator',
    'admin',
    'football',
    'liverpool',
    'chelsea',
    'arsenal',
    'monkey',
    'dragon',
    'sunshine',
  ],
  ...[
    'princess',
    'qwerty',
    'default',
    'secret',
    'master',
    'login',
    'superman',
    'batman',
    'trustno1',
    'whatever',
  ],
  ...[
    'safeguarding',
    'prevent',
    'council',
    'vault',
    'concern',
    'concerns',
    'kith',
    'officer',
    'summer',
    'winter',
  ],
  ...['correcthorsebatterystaple', 'openthevault', 'letmeinplease', 'thisismypassword', 'mypassword', 'test'],
]

/**
 * What is wrong with a new vault passphrase, in words for the page; undefined when it will do. Length is the only
 * rule of form (NIST SP 800-63B, section 3.1.1.2); the most common choices are refused whatever their length.
 */
export function passphraseProblem(passphrase: string): string | undefined {
  const length = [...passphrase].length
  if (length < SHORTEST) return `Vault passphrase must be ${SHORTEST} characters or more`
  if (length > LONGEST) return `Vault passphrase must be ${LONGEST} characters or fewer`
  return isCommon(passphrase) ? 'Vault passphrase must be harder to guess' : undefined
}

function isCommon(passphrase: string): boolean {
  const plain = passphrase.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  return isRepeat(plain) || isRun(plain) || isDecorated(plain)
}

/** One short piece over and over: "aaaaaaaaaaaa", "abcabcabcabc", "passwordpassword". */
const isRepeat = (text: string): boolean => /^(.{1,12})\1+$/u.test(text)

const isRun = (text: string): boolean =>
  RUNS.some((run) => run.includes(text) || [...run].reverse().join('').includes(text))

/** A common word, or several, with nothing but digits and signs around them: "Password2026!", "welcome-council1". */
function isDecorated(text: string): boolean {
  const words = [...COMMON].sort((a, b) => b.length - a.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text)
  return rest !== text && !/\p{L}/u.test(rest)
}
