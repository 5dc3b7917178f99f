import { performance } from 'node:perf_hooks'
import { formatWords, newReceipt } from '../../src/modules/concerns/crypto/receipt.ts'
import { median } from '../rounds.ts'
import { fetchPage } from '../stage/page.ts'
import { type Stage, sendConcerns } from '../stage/stage.ts'
import type { Line } from '../table.ts'

const RECEIPT_PATH = '/concerns/receipt'
const LIMIT_MS = 5
const WARM_UP = 150
const BLOCKS = 8
const A_BLOCK = 50

/** How long a receipt takes to check, and whether its time tells a right one from a wrong one. */
export async function receipt(stage: Stage): Promise<Line[]> {
  const [valid] = await sendConcerns(stage, 1)
  if (valid === undefined) throw new Error('no concern was sent')
  const url = new URL(RECEIPT_PATH, stage.url)
  const time = async (typed: string, known: boolean) => {
    const began = performance.now()
    const { status } = await fetchPage(url, {}, new URLSearchParams({ receipt: typed }).toString())
    const took = performance.now() - began
    if (status >= 500 || status < 400 !== known) throw new Error(`a receipt answers ${status}`)
    return took
  }
  const unknown = () => time(formatWords(newReceipt()), false)
  const right = () => time(valid, true)
  for (let i = 0; i < WARM_UP; i++) await right().then(unknown)
  const blocks: [number, number][] = []
  for (let block = 0; block < BLOCKS; block++) blocks.push(await timeBlock(right, unknown))
  const [ours, theirs] = [median(blocks.map(([a]) => a)), median(blocks.map(([, b]) => b))]
  const noise = Math.max(...blocks.map(([a]) => Math.abs(a / ours - 1)))
  return [
    line('Receipt check, a valid one', ours),
    line('Receipt check, an unknown one', theirs),
    {
      ...{ name: 'Unknown beside valid', ours: ms(theirs), against: `valid ${ms(ours)}` },
      ...{ ratio: theirs / ours, noise },
      note: `alike when the ratio is 1 within the noise; ${Math.abs(theirs / ours - 1) <= noise ? 'it is' : 'IT IS NOT'}.`,
    },
  ]
}

/** One after the other, so that both meet the same machine. */
async function timeBlock(
  right: () => Promise<number>,
  unknown: () => Promise<number>,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < A_BLOCK; i++) {
    times[0].push(await right())
    times[1].push(await unknown())
  }
  return [median(times[0]), median(times[1])]
}

const line = (name: string, took: number): Line => ({
  ...{ name, ours: ms(took), against: `at most ${LIMIT_MS} ms`, ratio: LIMIT_MS / took, limit: 1 },
})

const ms = (value: number): string => `${value.toFixed(2)} ms`
