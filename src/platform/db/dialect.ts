import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import { gather } from './gather.ts'
import type { DB } from './schema.generated.ts'
import { statementName } from './statements.ts'
import { parameter } from './values.ts'

// Keys inside jsonb are ours to name, so they are left as they are.
const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

class OneClient implements DatabaseConnection {
  readonly #client: pg.ClientBase
  readonly #admit: () => void
  constructor(client: pg.ClientBase, admit: () => void) {
    this.#client = client
    this.#admit = admit
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#admit()
    const name = statementName(query.sql)
    const prepared = name === undefined ? {} : { name }
    const values = query.parameters.map(parameter)
    gather(this.#client)
    const result = await this.#client.query({ ...prepared, text: query.sql, values })
    const rows = result.rows as R[]
    if (result.command === 'SELECT' || result.rowCount === null) return { rows }
    return { rows, numAffectedRows: BigInt(result.rowCount) }
  }

  // biome-ignore lint/correctness/useYield: streaming needs a cursor, which cannot share a pipelined connection.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not for requests: read pages instead.')
  }
}

/**
 * The query builder over one client, whose transaction has already begun if it needs one. Kysely's own `transaction()`
 * waits for BEGIN before it sends anything; here BEGIN, the settings and the first query travel together.
 * `admit` is called before each statement, and throws to refuse it.
 */
export function builderOver(client: pg.ClientBase, admit: () => void = () => {}): Kysely<DB> {
  const connection = new OneClient(client, admit)
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {
      throw new Error('A request has one transaction: use the Tx you were given.')
    },
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
    plugins,
  })
}
