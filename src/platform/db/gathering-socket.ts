import { Socket } from 'node:net'

type Done = (error?: Error | null) => void

/**
 * Sends what is written in one turn of the event loop as one message. The driver writes each query by itself; those
 * of a transaction are mostly ready together, and each message is a system call here and a wake-up in PostgreSQL.
 */
export class GatheringSocket extends Socket {
  #gathers = false

  override write(chunk: string | Uint8Array, done?: Done): boolean
  override write(chunk: string | Uint8Array, encoding?: BufferEncoding, done?: Done): boolean
  override write(chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean {
    this.#gather()
    return typeof encoding === 'function' ? super.write(chunk, encoding) : super.write(chunk, encoding, done)
  }

  #gather(): void {
    if (this.#gathers) return
    this.#gathers = true
    this.cork()
    // after every promise that is settled by now has had its say
    process.nextTick(() => {
      this.#gathers = false
      this.uncork()
    })
  }
}
