import { refusePrivileged } from './platform/db/index.ts'
import { startJobs } from './platform/jobs/index.ts'
import { stderrLog } from './platform/log.ts'
import { obey, type WorkerOrders } from './platform/run/index.ts'

// The process that works both queues. It holds the two jobs logins, and no other way in.
obey<WorkerOrders>(stderrLog, async ({ doors }) => {
  for (const url of Object.values(doors)) await refusePrivileged(url)
  const jobs = await startJobs(doors, stderrLog)
  return { address: 'the queues', drain: () => jobs.stop() }
})
