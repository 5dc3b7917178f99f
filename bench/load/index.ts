import { fork } from 'node:child_process'
import type { Answer, Job, Outcome } from './job.ts'

export type { Job, Outcome } from './job.ts'

/** Clients of each measurement, as in DESIGN section 7. */
export const CONNECTIONS = 8

export type LoadGenerator = { run(job: Job): Promise<Outcome>; stop(): void }

/** Starts the process that sends requests. One job at a time. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(new URL('./process.ts', import.meta.url), { serialization: 'json' })
  let answered: (answer: Answer) => void = () => {}
  child.on('message', (answer: Answer) => answered(answer))
  child.on('exit', () => answered({ error: 'the load generator ended' }))
  return {
    run: async (job) => {
      const answer = await new Promise<Answer>((resolve) => {
        answered = resolve
        child.send(job)
      })
      if ('error' in answer) throw new Error(answer.error)
      return checked(answer.outcome, job)
    },
    stop: () => child.disconnect(),
  }
}

/** A rate of the wrong answers is no rate: errors are often the fastest answer there is. */
function checked(outcome: Outcome, { status, head }: Job): Outcome {
  const others = Object.entries(outcome.wrong)
  if (others.length === 0 && outcome.done > 0) return outcome
  const said = others.map(([code, times]) => `${code} (${times} times)`).join(', ') || 'nothing'
  throw new Error(`"${head.split('\r\n')[0]}" was to answer ${status}, and answered ${said}`)
}
