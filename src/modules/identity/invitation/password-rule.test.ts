import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-rule.ts'

const PERSON = { name: 'Zoë O’Connell', email: 'z.connell@example.org' }

describe('a new password', () => {
  it.each([
    'otter lantern gravel',
    'kelp-Warbler-31-moss',
    'ежевика под снегом',
    '🦊🦔🦉🐋🐢🦡🦦🐿️🐁🦇🐝🐞',
    'fourteen ducks',
  ])('may be %s', (password) => expect(passwordProblem(password, PERSON)).toBeUndefined())

  it.each([
    ['aaaaaaaaaaaaaaa', 'harder'],
    ['abcabcabcabcabc', 'harder'],
    ['abcdefghijklmn', 'harder'],
    ['qwertyuiop[]asd', 'harder'],
    ['098765432109', 'harder'],
    ['201820192020', 'harder'],
    ['P@ssw0rd1234', 'harder'],
    ['Welcome2026!!', 'harder'],
    ['safeguarding1', 'harder'],
    ['welcomewelcome', 'harder'],
    ['correcthorsebatterystaple', 'harder'],
    ['connell-and-sons', 'name'],
    ['short', '12 characters'],
    ['🦊🦔🦉🐋🐢', '12 characters'],
  ])('is not %s', (password, why) => expect(passwordProblem(password, PERSON)).toContain(why))
})
