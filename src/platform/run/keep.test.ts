import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepRunning } from './keep.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-keep-'))
})
afterAll(() => rm(folder, { recursive: true }))

// Writes down when it ends, so that only the wait is measured and not how fast a process starts.
const program = (saysReady: boolean) => `
import { appendFileSync } from 'node:fs'
process.once('message', ({ ends }) => {
  const end = () => { appendFileSync(ends, Date.now() + '\\n'); process.exit(1) }
  ${saysReady ? "process.send({ kind: 'ready', text: 'x' }, end)" : 'end()'}
})`

/** Milliseconds between the end of each process and the start of the next. */
async function waitsOf(saysReady: boolean, howMany: number): Promise<number[]> {
  const file = join(folder, `${saysReady}.mjs`)
  const ends = join(folder, `${saysReady}.txt`)
  await writeFile(file, program(saysReady))
  const starts: number[] = []
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const kept = keepRunning(pathToFileURL(file), { ends }, (event) => {
    if (!event.includes('started again')) return
    starts.push(Date.now())
    if (starts.length === howMany) resolve()
  })
  await enough
  await kept.stop()
  const times = (await readFile(ends, 'utf8')).trim().split('\n').map(Number)
  return starts.map((start, i) => start - (times[i] ?? Number.NaN))
}

it('soon starts a process again that was ready, however often', async () => {
  const waits = await waitsOf(true, 5)
  expect(Math.max(...waits)).toBeLessThan(1_600)
})

it('waits twice as long each time for one that never was', async () => {
  const waits = await waitsOf(false, 4)
  for (const [at, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(190 * 2 ** at)
})
