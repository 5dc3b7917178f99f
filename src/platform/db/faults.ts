/** The server cannot be reached, or is going away. Pages answer 503 with the telephone numbers. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('the database is away', { cause })
    this.name = 'DatabaseAway'
  }
}

// Classes 08 (connection) and 57P (operator intervention), and what Node says of a socket.
const AWAY = /^(08|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed/

/** `DatabaseAway` when that is what an error of the driver means; otherwise the error itself. */
export function asDatabaseAway(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseAway) return error
  const { code } = error as Error & { code?: unknown }
  const away = (typeof code === 'string' && AWAY.test(code)) || AWAY_WORDS.test(error.message)
  return away ? new DatabaseAway(error) : error
}
