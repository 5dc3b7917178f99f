import type { Kysely } from 'kysely'
import type { DB } from './schema.generated.ts'

/** An open transaction with an actor. Only `db.as` makes one. */
export type Tx = Omit<Kysely<DB>, 'transaction' | 'startTransaction' | 'destroy' | 'connection'>
