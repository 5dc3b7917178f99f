import type { FormErrors } from '../forms/ErrorSummaryFor.tsx'
import { wordsFor } from '../words/index.ts'
import type { Chrome } from './chrome.ts'

/** "Error: Question – Service – Council": the error first, as screen readers read the title first. */
export function pageTitle(chrome: Chrome, title: string, form: FormErrors | undefined): string {
  const parts = [title, serviceName(chrome), chrome.authority.name].filter(
    (part, at, all) => all.indexOf(part) === at,
  )
  return `${form && form.errors.length > 0 ? `${wordsFor(chrome).words.error} ` : ''}${parts.join(' – ')}`
}

export const serviceName = (chrome: Chrome): string =>
  chrome.serviceName ?? wordsFor(chrome).words.serviceName
