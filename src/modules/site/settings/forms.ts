import { z } from 'zod'
import { brandProblem } from '../../../ui/index.ts'
import { LANGUAGES } from '../languages.ts'

const words = (max: number) =>
  z.string().trim().max(max, `This must be ${max} characters or fewer`).default('')
const needed = (empty: string, max: number) =>
  z.string(empty).trim().min(1, empty).max(max, `This must be ${max} characters or fewer`)
const telephone = words(40).refine(
  (text) => text === '' || (/^[0-9+() -]+$/.test(text) && text.replace(/\D/g, '').length >= 3),
  'Enter a telephone number, like 020 7946 0000',
)

export const SettingsForm = z.object({
  version: z.coerce.number().int(),
  name: needed('Enter the council’s name', 100),
  shortName: needed('Enter a short name', 40),
  concernPhone: telephone,
  concernHours: words(120),
  contactPhone: telephone,
  brandColour: z
    .string('Enter a colour')
    .trim()
    .toLowerCase()
    .superRefine((colour, issues) => {
      const problem = brandProblem(colour)
      if (problem) issues.addIssue({ code: 'custom', message: problem })
    }),
  languages: z.array(z.string()).transform((codes) => [
    // English is the language that Kith's own words are in
    'en',
    ...LANGUAGES.map(({ code }) => code).filter((code) => code !== 'en' && codes.includes(code)),
  ]),
  complaintsUrl: words(300).refine(
    (text) => text === '' || /^https:\/\/[^\s]+$/.test(text),
    'Enter an address that starts with https://',
  ),
  dataProtectionContact: words(300),
})
export type SettingsInput = z.infer<typeof SettingsForm>
