import { expect, it } from 'vitest'
import { factsInWords } from './words.ts'

it.each([
  [{ role: 'safeguarding-officer' }, 'Role: Safeguarding officer'],
  [{ roles: [] }, 'Roles: none'],
  [{ changed: ['legalBasis', 'deleteAfter'] }, 'What changed: legal basis, delete after'],
  [{ number: 2, language: 'en' }, 'Version: 2; Language: en'],
  [{ step: 'recovery-code', from: 'stranger' }, 'What was wrong: recovery code; Browser: new to us'],
  [{ newThing: true }, 'New thing: true'],
  [null, ''],
])('says %j in words', (detail, words) => {
  expect(factsInWords(detail)).toBe(words)
})
