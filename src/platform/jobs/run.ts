import { Logger, run, type TaskList } from 'graphile-worker'
import { system } from '../../kernel/actor.ts'
import { type LogName, sealLog } from '../audit/index.ts'
import { type Database, openDatabase } from '../db/index.ts'
import { faultLine, type Log } from '../log.ts'
import { QUEUES } from './install.ts'

export type Jobs = { stop(): Promise<void> }

/** Which door's address each queue is worked through. */
export type JobUrls = Readonly<Record<(typeof QUEUES)[number]['group'], string>>

/** What each queue does each minute. */
const TIMETABLE = '* * * * * seal'
const LOG_OF = { jobs: 'audit', vault_jobs: 'vault_audit' } as const satisfies Record<keyof JobUrls, LogName>

/** Works both queues, each with its own role, until stopped. Seals what a stop left unsealed before it begins. */
export async function startJobs(urls: JobUrls, log: Log): Promise<Jobs> {
  const workers = await Promise.all(
    QUEUES.map(({ schema, group }) => startWorker(urls[group], schema, LOG_OF[group], log)),
  )
  return { stop: async () => void (await Promise.all(workers.map((worker) => worker.stop()))) }
}

async function startWorker(url: string, schema: string, logName: LogName, log: Log): Promise<Jobs> {
  const database = openDatabase({ url, size: 2 })
  const seal = () => sealOnce(database, logName)
  await seal()
  const taskList: TaskList = { seal }
  const runner = await run({
    connectionString: url,
    schema,
    taskList,
    crontab: TIMETABLE,
    concurrency: 1,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: quiet(log),
  })
  return {
    stop: async () => {
      await runner.stop().catch(() => {})
      await database.close()
    },
  }
}

const sealOnce = async (database: Database, logName: LogName): Promise<void> => {
  const actor = system('sealing')
  await database.as(actor, (tx) => sealLog(tx, logName))
}

/** Only what went wrong, and never a job's payload. */
const quiet = (log: Log): Logger =>
  new Logger(() => (level, _message, meta) => {
    if (level === 'error') log('a job failed', { why: faultLine(meta?.error) })
  })
