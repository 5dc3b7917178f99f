import { TooBusy } from '../../../kernel/errors.ts'

type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Lets `atOnce` pieces of work run and `waiting` more queue; throws `TooBusy` for the rest. */
export function turns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turn {
  let running = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (running < atOnce) running += 1
    else if (queue.length >= waiting) throw new TooBusy()
    else await new Promise<void>((go) => queue.push(go))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      // whoever waited longest takes this place over
      if (next) next()
      else running -= 1
    }
  }
}
