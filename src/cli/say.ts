/** Tells whoever runs Kith something on the way, on standard error. */
export const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** What a command was asked for, on standard output. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** "1 row", "2,345 rows". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
