/** Where lines about Kith's own running go. Never an address, a query string or a word that somebody wrote. */
export type Log = (line: string, facts?: Readonly<Record<string, string | number>>) => void

/** One JSON object a line, on standard error. */
export const stderrLog: Log = (line, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), line, ...facts })}\n`)
}

// As V8 writes a frame: it ends with a place in a file. A message of several lines may have lines that begin with "at".
const FRAME = /^ {4}at .*(:\d+:\d+\)?|\(native\)|\(<anonymous>\)|\(index \d+\)|<anonymous>)$/

/** Stack frames without the message: an error's message may quote what a resident wrote. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return 'a fault that is no Error'
  const { code } = error as Error & { code?: unknown }
  const named = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error'
  const coded = typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? ` ${code}` : ''
  const frames = framesOf(error).slice(0, 6)
  return [`${named}${coded}`, ...frames.map((frame) => frame.trim())].join(' | ')
}

function framesOf({ stack = '', message }: Error): string[] {
  // a stack begins with the message, and everything up to its end is somebody's words
  const at = message === '' ? -1 : stack.indexOf(message)
  const rest = at < 0 ? stack : stack.slice(at + message.length)
  return rest.split('\n').filter((line) => FRAME.test(line))
}
