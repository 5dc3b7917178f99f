import { randomUUID } from 'node:crypto'
import type { Instant } from '../../../kernel/clock.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { type Outcome, send } from './send.ts'

/**
 * Writes into the vault what turned out to be a concern elsewhere, such as a comment on a page. Write-only: no
 * identifier comes back, and the vault learns none. `id` is for the caller's own second try: the same `id` with the
 * same words arrives once. Whoever calls it erases the words where they stood, once it says 'sent'.
 */
export const receive = (
  authority: Authority,
  worry: string,
  at: Instant,
  id: string = randomUUID(),
): Promise<Outcome> =>
  send(authority, { id, fingerprint: Buffer.from(worry, 'utf8'), content: { worry }, dangerNow: false }, at)
