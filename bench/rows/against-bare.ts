import { type BareServer, startBareServer } from '../bare/index.ts'
import { CONNECTIONS, type LoadGenerator } from '../load/index.ts'
import { type Compared, interleave, median } from '../rounds.ts'
import { addressOfPage, fetchPage, requestHead } from '../stage/page.ts'
import { cpuSeconds } from '../stage/processes.ts'
import type { Stage } from '../stage/stage.ts'

const ROUNDS = 5
const SECONDS = 2.5

export type PageRates = Compared & {
  readonly path: string
  readonly body: string
  /** What a reader must know of how it was measured. */
  readonly note: string
}

/** Requests a second of one page of Kith's, and of a bare server that sends the same bytes with the same headers. */
export async function pageAgainstBare(
  load: LoadGenerator,
  stage: Stage,
  { path, headers }: { readonly path: string; readonly headers: Readonly<Record<string, string>> },
): Promise<PageRates> {
  const url = await addressOfPage(new URL(path, stage.url), headers)
  const page = await fetchPage(url, headers)
  const bare = await startBareServer(page)
  const costs = new Map<number, number[]>()
  const rate = async ({ port, pid }: Omit<BareServer, 'stop'>) => {
    const job = { port, connections: CONNECTIONS, seconds: SECONDS, status: 200 }
    const before = cpuSeconds(pid)
    const { done, seconds } = await load.run({ ...job, head: requestHead('GET', url, headers) })
    const used = (cpuSeconds(pid) ?? Number.NaN) - (before ?? Number.NaN)
    costs.set(port, [...(costs.get(port) ?? []), used / done])
    return done / seconds
  }
  const kith = { port: Number(url.port), pid: stage.webPid }
  try {
    const rates = await interleave(
      ROUNDS,
      () => rate(kith),
      () => rate(bare),
    )
    const note = `${url.pathname}, ${page.body.length} bytes.${costNote(costs.get(kith.port), costs.get(bare.port))}`
    return { ...rates, path: url.pathname, body: page.body.toString('utf8'), note }
  } finally {
    bare.stop()
  }
}

/** Processor time does not depend on what else the machine does, nor on how fast the load generator is. */
function costNote(ours: readonly number[] = [], theirs: readonly number[] = []): string {
  // the others only warmed up
  const [kith, bare] = [median(ours.slice(-ROUNDS)), median(theirs.slice(-ROUNDS))]
  if (Number.isNaN(kith + bare)) return ''
  const microseconds = (cost: number) => `${(cost * 1e6).toFixed(0)} µs`
  return ` By processor time of the serving process: ${microseconds(kith)} and ${microseconds(bare)} a request, ratio ${(bare / kith).toFixed(2)}.`
}

export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en-GB')}/s`
