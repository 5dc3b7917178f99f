import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startKith } from '../../e2e/kith.ts'
import type { Sealer } from '../../src/platform/seal.ts'
import { withAdmin } from './admin.ts'
import { masterKeyOf, pageSealer, SEND_PATH, sealedForm } from './forms.ts'
import { openFrontDoor } from './front-door.ts'
import { fetchPage } from './page.ts'
import { childOf } from './processes.ts'

/** A whole Kith as an operator starts it, with its demonstration, and the front door open. */
export type Stage = {
  readonly url: string
  readonly data: string
  /** For files of the measurements themselves. */
  readonly folder: string
  readonly sealer: Sealer
  /** The process that serves pages. */
  readonly webPid: number
  stop(): Promise<void>
}

/** A worry of usual length: 390 characters. */
export const WORRY = 'My neighbour’s son has stopped seeing his friends. '.repeat(8).slice(0, 390)

export async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  const data = join(folder, 'data')
  const tidy = () => rm(folder, { recursive: true, force: true })
  try {
    const kith = await startKith({ data })
    const stop = () => kith.stop().then(tidy)
    try {
      const masterKey = await masterKeyOf(data)
      await withAdmin(data, (admin) => openFrontDoor(admin, masterKey))
      const webPid = childOf(kith.process.pid ?? 0, 'dist/main.js') ?? 0
      return { url: kith.url, data, folder, sealer: await pageSealer(data), webPid, stop }
    } catch (error) {
      await stop()
      throw error
    }
  } catch (error) {
    await tidy()
    throw error
  }
}

/** Sends so many concerns through the front door, and returns their receipts. */
export async function sendConcerns(stage: Stage, howMany: number): Promise<string[]> {
  const receipts: string[] = []
  for (let i = 0; i < howMany; i++) {
    const form = sealedForm(stage.sealer, WORRY)
    const { status } = await fetchPage(new URL(SEND_PATH, stage.url), {}, form.body)
    if (status !== 303) throw new Error(`a concern that was sent answered ${status}`)
    receipts.push(form.receipt)
  }
  return receipts
}
