import { z } from 'zod'
import type { Tx } from './db/index.ts'

/** What an authority says of itself: on every page, and in its own database. */
export const AuthoritySettings = z.object({
  name: z.string().default('Your council'),
  shortName: z.string().default('Your council'),
  /** The safeguarding team's own line, as people dial it; none until the council sets it. */
  concernPhone: z.string().optional(),
  concernHours: z.string().optional(),
  /** The line for anything else. */
  contactPhone: z.string().optional(),
  brandColour: z.string().default('#1d4f91'),
  languages: z.array(z.string()).default(['en']),
  complaintsUrl: z.string().optional(),
  dataProtectionContact: z.string().optional(),
  demonstration: z.boolean().default(false),
})
export type AuthoritySettings = z.infer<typeof AuthoritySettings>

/** The one row of `kith.authority`, with defaults for what is not set. `version` is 0 until it has been set. */
export async function readAuthority(tx: Tx): Promise<{ settings: AuthoritySettings; version: number }> {
  const row = await tx.selectFrom('kith.authority').select(['settings', 'version']).executeTakeFirst()
  return { settings: AuthoritySettings.parse(row?.settings ?? {}), version: row?.version ?? 0 }
}
