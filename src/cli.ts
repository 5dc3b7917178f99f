import { COMMANDS } from './cli/commands.ts'
import { commandHelp, findCommand, help } from './cli/help.ts'
import { OperatorError } from './kernel/errors.ts'

async function run(words: readonly string[]): Promise<void> {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    const asked = findCommand(COMMANDS, words.slice(1))
    return say(asked ? commandHelp(asked.command) : help(COMMANDS))
  }
  const found = findCommand(COMMANDS, words)
  const family = COMMANDS.filter(({ name }) => name.startsWith(`${words[0]} `))
  if (!found && family.length > 0) return say(help(family))
  if (!found)
    throw new OperatorError(`There is no command "kith ${words.join(' ')}". Run "kith help" for the list.`)
  if (found.rest.includes('--help')) return say(commandHelp(found.command))
  const { command } = await found.command.load()
  await command(found.rest)
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

// Only "kith start" minds that whoever started it is gone; for the others that pipe must not keep them running.
process.channel?.unref()
run(process.argv.slice(2)).catch((error: unknown) => {
  const words = error instanceof OperatorError ? error.message : fault(error)
  process.stderr.write(`${words}\n`)
  process.exit(1)
})

/** A mistake of ours, for a report of it: here nothing comes from a resident. */
const fault = (error: unknown): string =>
  `Kith stopped at a fault of its own. Please report this:\n${error instanceof Error ? error.stack : error}`
