import { parseArgs } from 'node:util'
import { OperatorError } from '../kernel/errors.ts'

type Options = Readonly<Record<string, { type: 'string' | 'boolean' }>>

/** The options and other words of a command. Throws OperatorError for what the command does not take. */
export function readWords<O extends Options>(words: readonly string[], options: O, takes = 0) {
  const read = parse(words, options)
  if (read.positionals.length > takes)
    throw new OperatorError(
      `"${read.positionals[takes]}" is one word too many. Add --help to see what this takes.`,
    )
  return read
}

function parse<O extends Options>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    const what = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new OperatorError(`${what}. Add --help to see what this takes.`)
  }
}
