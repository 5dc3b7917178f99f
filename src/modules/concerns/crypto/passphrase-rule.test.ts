import { describe, expect, it } from 'vitest'
import { passphraseProblem } from './passphrase-rule.ts'

describe('the rule for a vault passphrase', () => {
  it.each(['short', '12345678901', 'elevenchars', '🙂'.repeat(11)])(
    'wants 12 characters or more: %s',
    (text) => {
      expect(passphraseProblem(text)).toBe('Vault passphrase must be 12 characters or more')
    },
  )

  it('counts letters as people do, and stops at 200', () => {
    expect(passphraseProblem('🙂🙃😉😊😋😎😍😘🥰😗😙😚')).toBeUndefined()
    expect(passphraseProblem('abcd'.repeat(51))).toBe('Vault passphrase must be 200 characters or fewer')
  })

  it.each([
    ...['aaaaaaaaaaaa', 'abcabcabcabc', 'passwordpassword', '            ', '123456789012', '210987654321'],
    ...[
      'qwertyuiop[]'.replace('[]', 'as'),
      'Password2026!',
      'P@ssw0rd-2026!',
      'welcome-council1',
      'Safeguarding1',
    ],
    ...[
      'correct horse battery staple',
      'Open the Vault',
      'my password is'.replace(' is', '123'),
      '1qaz2wsx3edc',
    ],
    ...['abcdefghijkl', 'PREVENT 2026 !!!', 'liverpool1892', 'letmeinletmein', 'ｐａｓｓｗｏｒｄ１２３４'],
  ])('refuses what many people choose: %s', (text) => {
    expect(passphraseProblem(text)).toBe('Vault passphrase must be harder to guess')
  })

  it.each([
    'three blind mice run',
    'gate lamp river',
    'abacus zoom t-shirt',
    'my council garden shed',
    'éàü çœ ßñ øå ł',
  ])('asks for no kinds of letter: %s', (text) => expect(passphraseProblem(text)).toBeUndefined())
})
