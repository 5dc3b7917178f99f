/** Tells whoever runs Kith something on the way; results go to standard output. */
export const note = (line: string): void => void process.stderr.write(`${line}\n`)
