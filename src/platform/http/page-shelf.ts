import type { Instant } from '../../kernel/clock.ts'
import type { KeptPage } from './kept-page.ts'

export type Kept = KeptPage & { readonly revision: number; readonly until: Instant | undefined }

/** Kept pages by address, within a number of bytes: those read longest ago go first. */
export class PageShelf {
  readonly #pages = new Map<string, Kept>()
  readonly #most: number
  #bytes = 0

  constructor(mostBytes: number) {
    this.#most = mostBytes
  }

  get(address: string): Kept | undefined {
    const page = this.#pages.get(address)
    // order matters only when something may have to go
    if (page && this.#bytes > this.#most / 2) {
      this.#pages.delete(address)
      this.#pages.set(address, page)
    }
    return page
  }

  put(address: string, page: Kept): void {
    this.drop(address)
    this.#pages.set(address, page)
    this.#bytes += page.size
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) return
      this.drop(oldest)
    }
  }

  drop(address: string): void {
    this.#bytes -= this.#pages.get(address)?.size ?? 0
    this.#pages.delete(address)
  }
}
