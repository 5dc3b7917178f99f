import type pg from 'pg'

/**
 * Holds back what is written to the server until this turn of the event loop ends, and then sends it as one message.
 * The driver writes each query by itself; those of a transaction are mostly ready together, and each message is a
 * system call here and a wake-up in PostgreSQL.
 */
export function gather(client: pg.ClientBase): void {
  // Every client has one, though only some are declared to. Asked each time: TLS puts another stream in its place.
  const { stream } = (client as pg.Client).connection
  stream.cork()
  // after every promise that is settled by now has had its say
  process.nextTick(() => stream.uncork())
}
