import { PUBLIC } from '../../kernel/actor.ts'
import { type AuthoritySettings, readAuthority } from '../authority.ts'
import type { Config } from '../config.ts'
import { lockDataFolder, supervise } from '../db/embedded/index.ts'
import { type MigrationSet, openDatabase } from '../db/index.ts'
import { type Log, stderrLog } from '../log.ts'
import { startChild } from './child.ts'
import { bringUpToDate, type Installation, openInstallation } from './installation.ts'
import { keepRunning } from './keep.ts'
import type { WebOrders } from './orders.ts'
import { refuseTakenPort } from './port.ts'
import { listenForStop, type Stop } from './stop.ts'

export type Plan = {
  readonly config: Config
  readonly migrations: readonly MigrationSet[]
  /** The program that serves requests, and the one that works the queues. */
  readonly programs: { readonly web: URL; readonly worker: URL }
  /** What is to be done on the migrated database before anybody is let in; its words go on the ready line. */
  prepare(installation: Installation): Promise<string>
}

/**
 * Runs Kith until it is told to stop: the database first, then the process that serves requests, which is kept
 * running; they stop in the other order. Throws OperatorError when something stands in the way.
 */
export async function runKith(plan: Plan, log: Log = stderrLog): Promise<void> {
  await using closing = new AsyncDisposableStack()
  const stop = listenForStop()
  await start(plan, log, closing, stop)
  await stop.asked
}

async function start(plan: Plan, log: Log, closing: AsyncDisposableStack, stop: Stop): Promise<void> {
  const { config, migrations, programs, prepare } = plan
  const lock = await lockDataFolder(config.data)
  closing.defer(() => lock.release())
  await refuseTakenPort(config.host, config.port)
  // It reads its imports while the database starts.
  const child = startChild(programs.web)
  const installation = await openInstallation(config, log).catch(async (error) => {
    await child.stop()
    throw error
  })
  closing.defer(() => installation.close())
  closing.defer(() => child.stop())
  await bringUpToDate(installation, config.data, migrations)
  const words = await prepare(installation)
  if (stop.isAsked()) return
  if (installation.cluster) {
    const watch = supervise(installation.cluster, log)
    closing.defer(() => watch.stop())
  }
  const orders = webOrders(config, installation, await settingsOf(installation))
  const address = await child.begin(orders)
  const { jobs, vault_jobs } = installation.doors
  const worker = keepRunning(programs.worker, { doors: { jobs, vault_jobs } }, log)
  closing.defer(() => worker.stop())
  // Started again it keeps its address, also where the first one could be any.
  const web = keepRunning(programs.web, { ...orders, port: Number(new URL(address).port) }, log, child)
  closing.defer(() => web.stop())
  process.stdout.write(`Kith is ready at ${address}${words}\n`)
}

async function settingsOf({ doors }: Installation): Promise<AuthoritySettings> {
  const database = openDatabase({ url: doors.public, size: 1 })
  try {
    return (await database.as(PUBLIC, readAuthority)).settings
  } finally {
    await database.close()
  }
}

const webOrders = (
  config: Config,
  { doors, keys }: Installation,
  settings: AuthoritySettings,
): WebOrders => ({
  host: config.host,
  port: config.port,
  secure: config.publicUrl?.startsWith('https:') ?? false,
  logRequests: config.log === 'requests',
  doors: { public: doors.public, partner: doors.partner, staff: doors.staff, vault: doors.vault },
  masterKey: keys.masterKey.toString('base64'),
  settings,
})
