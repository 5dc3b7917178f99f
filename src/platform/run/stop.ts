/** That somebody has asked this process to stop. */
export type Stop = { readonly asked: Promise<void>; isAsked(): boolean }

/**
 * Listens for SIGTERM, Ctrl-C, a closed terminal, and the death of the process that started us with a pipe to it.
 * More than one may arrive for the same wish, so the second changes nothing.
 */
export function listenForStop(): Stop {
  let asked = false
  const promise = new Promise<void>((resolve) => {
    const ask = () => {
      asked = true
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, ask)
    process.on('disconnect', ask)
  })
  return { asked: promise, isAsked: () => asked }
}
