// Asked at most once a second. For three seconds the last answer stands while we ask again; after that we ask first.
const FRESH_MS = 1_000
const STANDS_MS = 3_000
/** How long a reader waits for a database that may be away, before the page as it last was. */
const PATIENCE_MS = 1_500

/** What is known of a number that grows with each change to the public pages, and how lately it was asked. */
export class Revision {
  readonly #ask: () => Promise<number>
  readonly #changed: () => Promise<void>
  readonly #ticks: () => number
  #known: number | undefined
  #askedAt = Number.NEGATIVE_INFINITY
  #asking: Promise<boolean> | undefined
  #failedAt = Number.NEGATIVE_INFINITY
  /** Counts `expire`, so that an answer to an earlier question does not stand after it. */
  #expired = 0

  /** `changed` is awaited before a new number is believed. */
  constructor(ask: () => Promise<number>, changed: () => Promise<void>, ticks: () => number) {
    this.#ask = ask
    this.#changed = changed
    this.#ticks = ticks
  }

  get known(): number | undefined {
    return this.#known
  }

  /** Whether what is known may be relied on. Asks again, without anybody waiting, when it is not quite new. */
  isRecent(): boolean {
    const age = this.#ticks() - this.#askedAt
    if (age >= FRESH_MS && age < STANDS_MS) void this.#question()
    return age < STANDS_MS
  }

  /** Asks, and resolves to whether there was an answer in good time. Never rejects. */
  async check(): Promise<boolean> {
    // while the database is away, one reader a second finds out for all
    if (this.#ticks() - this.#failedAt < FRESH_MS) return false
    const answer = this.#question()
    const { promise: tooLate, resolve } = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => {
      this.#failedAt = this.#ticks()
      resolve(false)
    }, PATIENCE_MS)
    try {
      return await Promise.race([answer, tooLate])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Somebody read this number. Resolves to whether what they read with it is as new as what is known. */
  async saw(revision: number): Promise<boolean> {
    await this.#believe(revision).catch(() => {})
    return this.#known === revision
  }

  expire(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY
    this.#failedAt = Number.NEGATIVE_INFINITY
    this.#expired++
    this.#asking = undefined
  }

  #question(): Promise<boolean> {
    if (this.#asking) return this.#asking
    const expired = this.#expired
    const asking = this.#ask()
      .then((revision) => this.#believe(revision))
      .then(
        () => {
          if (expired === this.#expired) this.#askedAt = this.#ticks()
          return true
        },
        () => {
          this.#failedAt = this.#ticks()
          return false
        },
      )
      .finally(() => {
        if (this.#asking === asking) this.#asking = undefined
      })
    this.#asking = asking
    return asking
  }

  async #believe(revision: number): Promise<void> {
    if (this.#known !== undefined && revision <= this.#known) return
    await this.#changed()
    this.#known = Math.max(this.#known ?? revision, revision)
  }
}
