import type { ReplyWay } from '../content.ts'
import type { DANGER, Tie, YES_NO } from './forms.ts'

export const DANGER_WORDS: Readonly<Record<(typeof DANGER)[number], string>> = {
  yes: 'Yes',
  no: 'No',
  'not-sure': 'I am not sure',
}

export const TIE_WORDS: Readonly<Record<Tie, string>> = {
  family: 'Family',
  friend: 'Friend',
  neighbour: 'Neighbour',
  school: 'School, college or university',
  work: 'Work',
  online: 'Only online',
  myself: 'I am worried about myself',
  other: 'Another way',
}

export const REPLY_WORDS: Readonly<Record<ReplyWay, string>> = {
  receipt: 'Only on this website, with my receipt',
  telephone: 'Telephone',
  email: 'Email',
  letter: 'Letter',
}

export const YES_NO_WORDS: Readonly<Record<(typeof YES_NO)[number], string>> = { yes: 'Yes', no: 'No' }

/** Suggestions only: any language can be typed. The most spoken in England, in their own words first. */
export const LANGUAGES = [
  'English',
  'العربية (Arabic)',
  'বাংলা (Bengali)',
  'Shqip (Albanian)',
  'Български (Bulgarian)',
  '粵語 (Cantonese)',
  'دری (Dari)',
  'فارسی (Farsi)',
  'Français (French)',
  'ગુજરાતી (Gujarati)',
  'हिन्दी (Hindi)',
  'Italiano (Italian)',
  'Kurdî (Kurdish)',
  '普通话 (Mandarin)',
  'پښتو (Pashto)',
  'Polski (Polish)',
  'Português (Portuguese)',
  'ਪੰਜਾਬੀ (Punjabi)',
  'Română (Romanian)',
  'Русский (Russian)',
  'Soomaali (Somali)',
  'Español (Spanish)',
  'தமிழ் (Tamil)',
  'ትግርኛ (Tigrinya)',
  'Türkçe (Turkish)',
  'Українська (Ukrainian)',
  'اردو (Urdu)',
  'British Sign Language',
] as const
