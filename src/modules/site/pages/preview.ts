import type { Instant } from '../../../kernel/clock.ts'
import type { Sealer } from '../../../platform/seal.ts'

const PURPOSE = 'page-preview'
const DAYS = 7

/** An address at which one version can be read without an account, and when it ends. */
export function previewLink(sealer: Sealer, key: string, now: Instant): { href: string; until: Instant } {
  const until = now.add({ hours: 24 * DAYS })
  return { href: `/preview/${sealer.seal(PURPOSE, key, until)}`, until }
}

/** The key of a preview address; undefined when it has expired or was altered. */
export const openPreview = (sealer: Sealer, token: string, now: Instant): string | undefined =>
  sealer.open<string>(PURPOSE, token, now)
