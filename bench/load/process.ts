import type { Answer, Job } from './job.ts'
import { runJob } from './run.ts'

// The load generator: a process of its own, so that what it costs is not taken from the server's thread.
process.on('message', (job: Job) => {
  runJob(job).then(
    (outcome) => process.send?.({ outcome } satisfies Answer),
    (error: unknown) => process.send?.({ error: String(error) } satisfies Answer),
  )
})
process.on('disconnect', () => process.exit())
