import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Authority } from '../../platform/http/index.ts'
import type { Log } from '../../platform/log.ts'

/** What the composition root hands this module, and no other: the vault's door. */
export type Deps = {
  readonly clock: Clock
  readonly log: Log
  /** Whether the public reaches us over https. */
  readonly secure: boolean
  /** The closed half's door, for officers' pages alone; residents' pages use the public one. */
  readonly vaultOf: (authority: Authority) => Database
}
