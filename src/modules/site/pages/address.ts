import { findLanguage } from '../languages.ts'

/** First parts of addresses that Kith itself answers, now or soon. */
export const RESERVED: readonly string[] = [
  'accept',
  'api',
  'assets',
  'brand',
  'concerns',
  'enquiries',
  'favicon',
  'funding',
  'healthz',
  'invitation',
  'open-data',
  'preview',
  'projects',
  'rate',
  'readyz',
  'robots',
  'sessions',
  'sign-in',
  'sign-out',
  'sitemap',
  'staff',
  'themes',
  'what-we-hold',
]

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What is wrong with a page's address, before other pages are asked; nothing when it will do. */
export function slugProblem(slug: string): string | undefined {
  if (!SLUG.test(slug)) return 'Address must only include letters a to z, numbers and hyphens'
  if (slug.length > 80) return 'Address must be 80 characters or fewer'
  if (slug.length < 3) return 'Address must be 3 characters or more'
  if (RESERVED.includes(slug)) return `“/${slug}” is used by Kith itself. Choose another address`
  return undefined
}

const PATH = /^\/[^\s?#]*[^\s?#/]$/

/** What is wrong with an old address, before pages are asked; nothing when it will do. */
export function redirectProblem(path: string): string | undefined {
  if (!PATH.test(path) || path.startsWith('//'))
    return 'Enter an address that starts with a slash, like /old-page, with no question mark'
  if (path.length > 200) return 'Old address must be 200 characters or fewer'
  const first = path.split('/')[1] ?? ''
  if (RESERVED.includes(first.split('.')[0] ?? ''))
    return `“/${first}” is used by Kith itself, so nothing can lead away from it`
  return undefined
}

/** Where a page is: `/slug`, or `/ar/slug` in another language than the one the site is first written in. */
export function addressOf(slug: string, language: string, original = 'en'): string {
  const parts = [language === original ? '' : language, slug].filter((part) => part !== '')
  return `/${parts.join('/')}`
}

export type Address = { readonly slug: string; readonly language: string | undefined }

/** The page an address can be of; undefined when no page can stand there. No language means the original's. */
export function readAddress(path: string): Address | undefined {
  const parts = path.split('/').slice(1)
  if (path === '/') return { slug: '', language: undefined }
  const [first = '', second, ...more] = parts
  if (more.length > 0) return undefined
  if (findLanguage(first)) return { slug: second ?? '', language: first }
  return second === undefined && SLUG.test(first) ? { slug: first, language: undefined } : undefined
}
