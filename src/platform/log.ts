/** Where lines about Kith's own running go. Never an address, a query string or a word that somebody wrote. */
export type Log = (line: string, facts?: Readonly<Record<string, string | number>>) => void

/** One JSON object a line, on standard error. */
export const stderrLog: Log = (line, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), line, ...facts })}\n`)
}

/** Stack frames without the message: an error's message may quote what a resident wrote. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return 'a fault that is no Error'
  const { code } = error as Error & { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [
    `${error.name}${typeof code === 'string' ? ` ${code}` : ''}`,
    ...frames.slice(0, 6).map((f) => f.trim()),
  ].join(' | ')
}
