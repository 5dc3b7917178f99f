import { setTimeout as sleep } from 'node:timers/promises'
import { SEND_PATH, type SealedForm, sealedForm } from '../../bench/stage/forms.ts'
import { fetchPage } from '../../bench/stage/page.ts'
import type { Sealer } from '../../src/platform/seal.ts'
import type { Sent } from './count.ts'

/** The words that a concern carries, and how its number is read from them again. */
export const worryOf = (number: number): string => `Concern number ${number}: my neighbour has changed`
export const numberOf = (worry: string): number => Number(/number (\d+)/.exec(worry)?.[1] ?? Number.NaN)

const PAUSE_MS = 30
/** How often, of a hundred: twice at once, once more after the answer, and never again after no answer. */
const TWICE = 10
const AGAIN = 15
const GIVE_UP = 8

const chance = (percent: number): boolean => Math.random() * 100 < percent

/** Residents who send concerns, one after another, and send the same form again when no answer comes. */
export class Senders {
  readonly sent: Sent[] = []
  /** How often each answer came: a status, or "none". */
  readonly answers: Record<string, number> = {}
  /** When the last concern that was acknowledged had been sent. */
  lastAcknowledged = 0
  readonly #url: URL
  readonly #sealer: Sealer
  readonly #working: Promise<void>[]
  #stopped = false

  constructor(port: number, sealer: Sealer, howMany: number) {
    this.#url = new URL(SEND_PATH, `http://127.0.0.1:${port}`)
    this.#sealer = sealer
    this.#working = Array.from({ length: howMany }, () => this.#work())
  }

  /** Lets each finish what it is sending. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#working)
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      const number = this.sent.length + 1
      const form = sealedForm(this.#sealer, worryOf(number))
      const one: Sent = { number, receipt: form.receipt, acknowledged: false }
      this.sent.push(one)
      await this.#sendUntilAnswered(one, form)
      await sleep(PAUSE_MS)
    }
  }

  async #sendUntilAnswered(one: Sent, form: SealedForm): Promise<void> {
    while (!one.acknowledged) {
      const began = Date.now()
      const tries = chance(TWICE) ? [this.#send(form), this.#send(form)] : [this.#send(form)]
      if ((await Promise.all(tries)).includes('303')) this.#acknowledge(one, began)
      else if (chance(GIVE_UP)) return
      else await sleep(50 + Math.random() * 100)
    }
    if (chance(AGAIN)) await this.#send(form)
  }

  #acknowledge(one: Sent, began: number): void {
    one.acknowledged = true
    this.lastAcknowledged = Math.max(this.lastAcknowledged, began)
  }

  async #send({ body }: SealedForm): Promise<string> {
    const answer = await fetchPage(this.#url, {}, body).then(
      ({ status }) => String(status),
      () => 'none',
    )
    this.answers[answer] = (this.answers[answer] ?? 0) + 1
    return answer
  }
}
