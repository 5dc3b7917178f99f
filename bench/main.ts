import { type LoadGenerator, startLoadGenerator } from './load/index.ts'
import { concern } from './rows/concern.ts'
import { publicPage } from './rows/public-page.ts'
import { queue } from './rows/queue.ts'
import { receipt } from './rows/receipt.ts'
import { type Stage, setStage } from './stage/stage.ts'
import { isFailed, type Line, tableText } from './table.ts'

type Measurement = (stage: Stage, load: LoadGenerator) => Promise<Line[]>

/** In this order, since each concern that is sent makes the next measurement's tables longer. */
const MEASUREMENTS: Readonly<Record<string, Measurement>> = { publicPage, queue, receipt, concern }

/** Measures all, or those named on the command line, and prints one table. Slow is no failure; unmeasured is. */
async function main(names: readonly string[]): Promise<void> {
  const wanted = Object.entries(MEASUREMENTS).filter(([name]) => names.length === 0 || names.includes(name))
  const lines: Line[] = []
  const stage = await setStage()
  const load = startLoadGenerator()
  try {
    for (const [name, measure] of wanted) {
      process.stderr.write(`Measuring: ${name}\n`)
      lines.push(...(await measure(stage, load).catch((error: Error) => [{ name, problem: error.message }])))
    }
  } finally {
    load.stop()
    await stage.stop()
  }
  process.stdout.write(`\n${tableText(lines)}\n`)
  if (lines.some(isFailed)) process.exitCode = 1
}

await main(process.argv.slice(2))
