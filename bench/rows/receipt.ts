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
  const asked: Asked = {
    valid: () => time(valid, true),
    unknown: () => time(formatWords(newReceipt()), false),
    wrong: () => time('these are not the words of a receipt', false),
  }
  await timeBlock(asked, WARM_UP)
  const blocks: Times[] = []
  for (let block = 0; block < BLOCKS; block++) blocks.push(await timeBlock(asked, A_BLOCK))
  const { ours, theirs } = { ours: middle(blocks, 'valid'), theirs: middle(blocks, 'unknown') }
  return [
    line('Receipt check, a valid one', ours),
    line('Receipt check, an unknown one', theirs),
    beside('Unknown beside valid', blocks, ['unknown', 'valid']),
    beside('No receipt at all beside unknown', blocks, ['wrong', 'unknown']),
  ]
}

type Kind = 'valid' | 'unknown' | 'wrong'
type Asked = Readonly<Record<Kind, () => Promise<number>>>
type Times = Readonly<Record<Kind, number>>

/** One after the other, so that all meet the same machine. */
async function timeBlock(asked: Asked, times: number): Promise<Times> {
  const took: Record<Kind, number[]> = { valid: [], unknown: [], wrong: [] }
  for (let i = 0; i < times; i++) {
    took.valid.push(await asked.valid())
    took.unknown.push(await asked.unknown())
    took.wrong.push(await asked.wrong())
  }
  return { valid: median(took.valid), unknown: median(took.unknown), wrong: median(took.wrong) }
}

const middle = (blocks: readonly Times[], kind: Kind): number => median(blocks.map((block) => block[kind]))

/** Whether an observer's clock could tell two answers apart: not when their ratio is 1 within the noise. */
function beside(name: string, blocks: readonly Times[], [one, other]: readonly [Kind, Kind]): Line {
  const ratios = blocks.map((block) => block[one] / block[other])
  const ratio = median(ratios)
  const noise = Math.max(...ratios.map((each) => Math.abs(each - ratio)))
  const alike =
    Math.abs(ratio - 1) <= noise ? 'alike within the noise' : 'NOT ALIKE: a clock can tell them apart'
  const against = `${other} ${ms(middle(blocks, other))}`
  return { name, ours: ms(middle(blocks, one)), against, ratio, noise, note: `${alike}.` }
}

const line = (name: string, took: number): Line => ({
  ...{ name, ours: ms(took), against: `at most ${LIMIT_MS} ms`, ratio: LIMIT_MS / took, limit: 1 },
})

const ms = (value: number): string => `${value.toFixed(2)} ms`
