import type pg from 'pg'
import { type EntryRow, type Finding, type LogName, type SealRow, sealChecker } from './verify.ts'

export type Verdict = {
  readonly log: LogName
  readonly seals: number
  readonly entries: number
  /** Rows not sealed yet: the tail of the last minute, which only the next seal protects. */
  readonly unsealed: number
  readonly latest: { readonly sealedAt: string; readonly hash: string } | undefined
  readonly findings: readonly Finding[]
}

// Built-in functions only, so that a changed function of ours cannot vouch for a changed row.
const AT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`
const CANONICAL = `jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', ${AT}), e.actor_id, e.actor, e.action, e.subject, e.detail)::text`
const BATCH = 200

/** Checks one whole log, as an administrator of the database. `expect` is a hash that was seen in public (hex). */
export async function verifyLog(client: pg.ClientBase, log: LogName, expect?: string): Promise<Verdict> {
  const erased = await client.query<{ subject: string }>(
    `select subject from ${log}.entry where action = 'entry.erased'`,
  )
  const erasures = new Set(erased.rows.map((row) => row.subject))
  const check = sealChecker((id) => erasures.has(String(id)))
  const findings: Finding[] = []
  const hashes = new Set<string>()
  let entries = 0
  let last: SealRow | undefined
  for (let after = 0; ; after = last?.id ?? 0) {
    const seals = await sealsAfter(client, log, after)
    for (const seal of seals) {
      const rows = await entriesOf(client, log, seal)
      findings.push(...check(seal, rows))
      entries += rows.length
      hashes.add(seal.hash.toString('hex'))
      last = seal
    }
    if (seals.length < BATCH) break
  }
  if (expect && !hashes.has(expect.toLowerCase()))
    findings.push({ what: `no seal has the hash ${expect}, which was shown in public` })
  return {
    log,
    seals: hashes.size,
    entries,
    unsealed: await countUnsealed(client, log),
    latest: latestOf(last),
    findings,
  }
}

const latestOf = (seal: SealRow | undefined) =>
  seal && { sealedAt: seal.sealedAt, hash: seal.hash.toString('hex') }

async function sealsAfter(client: pg.ClientBase, log: LogName, after: number): Promise<SealRow[]> {
  const { rows } = await client.query<{
    id: string
    sealed_at: string
    entries: string[]
    previous: Buffer
    hash: Buffer
  }>(
    `select id, to_char(sealed_at at time zone 'UTC', ${AT}) as sealed_at, entries, previous, hash
       from ${log}.seal where id > $1 order by id limit ${BATCH}`,
    [after],
  )
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    sealedAt: row.sealed_at,
    entries: row.entries.map(Number),
  }))
}

async function entriesOf(client: pg.ClientBase, log: LogName, seal: SealRow): Promise<EntryRow[]> {
  const { rows } = await client.query<{
    id: string
    canonical: string
    digest: Buffer | null
    seal: string | null
    erased: boolean
  }>(
    `select e.id, ${CANONICAL} as canonical, e.digest, e.seal, e.erased_at is not null as erased
       from ${log}.entry e where e.seal = $1 or e.id = any ($2::bigint[]) order by e.id`,
    [seal.id, seal.entries],
  )
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    seal: row.seal === null ? null : Number(row.seal),
  }))
}

async function countUnsealed(client: pg.ClientBase, log: LogName): Promise<number> {
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from ${log}.entry where seal is null`,
  )
  return Number(rows[0]?.n ?? 0)
}
