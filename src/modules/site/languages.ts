/** A language that pages can be written in. */
export type Language = {
  /** BCP 47, also the first part of the address of its pages. */
  readonly code: string
  /** In English, for editors. */
  readonly name: string
  /** In itself, for readers. */
  readonly own: string
  readonly dir: 'ltr' | 'rtl'
}

const language = (code: string, name: string, own: string, dir: Language['dir'] = 'ltr'): Language => ({
  code,
  name,
  own,
  dir,
})

/** Two letters each: an address of two letters is a language and never a page. */
export const LANGUAGES: readonly Language[] = [
  language('en', 'English', 'English'),
  language('sq', 'Albanian', 'Shqip'),
  language('ar', 'Arabic', 'العربية', 'rtl'),
  language('bn', 'Bengali', 'বাংলা'),
  language('zh', 'Chinese', '中文'),
  language('fa', 'Farsi', 'فارسی', 'rtl'),
  language('fr', 'French', 'Français'),
  language('gu', 'Gujarati', 'ગુજરાતી'),
  language('ku', 'Kurdish', 'Kurdî'),
  language('ps', 'Pashto', 'پښتو', 'rtl'),
  language('pl', 'Polish', 'Polski'),
  language('pt', 'Portuguese', 'Português'),
  language('pa', 'Punjabi', 'ਪੰਜਾਬੀ'),
  language('ro', 'Romanian', 'Română'),
  language('so', 'Somali', 'Soomaali'),
  language('es', 'Spanish', 'Español'),
  language('ti', 'Tigrinya', 'ትግርኛ'),
  language('tr', 'Turkish', 'Türkçe'),
  language('uk', 'Ukrainian', 'Українська'),
  language('ur', 'Urdu', 'اردو', 'rtl'),
  language('cy', 'Welsh', 'Cymraeg'),
]

export const findLanguage = (code: string): Language | undefined =>
  LANGUAGES.find((known) => known.code === code)

/** English when the code is not one we know, which no form of ours lets in. */
export const languageOf = (code: string): Language => findLanguage(code) ?? language(code, code, code)
