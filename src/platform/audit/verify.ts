import { createHash } from 'node:crypto'

/** Which of the two logs: the open half's, or the closed half's. */
export type LogName = 'audit' | 'vault_audit'

export type SealRow = {
  readonly id: number
  /** As the seal's hash covers it: 2026-11-23T10:00:00.000000Z */
  readonly sealedAt: string
  readonly entries: readonly number[]
  readonly previous: Buffer
  readonly hash: Buffer
}

export type EntryRow = {
  readonly id: number
  /** The text that the digest covers, as PostgreSQL writes it. */
  readonly canonical: string
  readonly digest: Buffer | null
  readonly seal: number | null
  readonly erased: boolean
}

/** Something that does not fit: `entry` is the row to look at, when one row is to blame. */
export type Finding = { readonly seal?: number; readonly entry?: number; readonly what: string }

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const START = Buffer.alloc(32)

/**
 * Walks the seals of one log in order. Feed each seal with its entries; every finding names what was changed,
 * added or taken away. `wasErased` says whether the log itself tells of a row's erasure.
 */
export function sealChecker(wasErased: (entry: number) => boolean) {
  let previous: Buffer = START
  let next = 1
  return (seal: SealRow, entries: readonly EntryRow[]): Finding[] => {
    const findings: Finding[] = []
    const say = (what: string, entry?: number) =>
      findings.push({ seal: seal.id, what, ...(entry === undefined ? {} : { entry }) })
    if (seal.id !== next) say(`the seals before it are missing (expected seal ${next})`)
    if (!seal.previous.equals(previous)) say('it does not follow the seal before it')
    const found = new Map(entries.map((entry) => [entry.id, entry]))
    for (const id of seal.entries) if (!found.has(id)) say('a sealed row is missing', id)
    for (const entry of entries) {
      const wrong = faultOf(entry, seal, wasErased)
      if (wrong) say(wrong, entry.id)
    }
    const digests = seal.entries.map((id) => found.get(id)?.digest ?? Buffer.alloc(0))
    const hash = sha256(seal.previous, `${seal.id}|${seal.sealedAt}|`, ...digests)
    if (!hash.equals(seal.hash) && findings.length === 0) say('its hash does not match its rows')
    previous = seal.hash
    next = seal.id + 1
    return findings
  }
}

function faultOf(entry: EntryRow, seal: SealRow, wasErased: (id: number) => boolean): string | undefined {
  if (!seal.entries.includes(entry.id)) return 'a row was added to a seal afterwards'
  if (!entry.digest) return 'a sealed row lost its digest'
  if (entry.erased)
    return wasErased(entry.id) ? undefined : 'a row was erased, and the log does not say by whom'
  return sha256(entry.canonical).equals(entry.digest) ? undefined : 'a row was changed after it was sealed'
}
