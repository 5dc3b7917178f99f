import type { Command } from './commands.ts'

/** The command that the words begin with, and the words after it; the longest name wins. */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = commands.find((one) => one.name === name)
    if (command) return { command, rest: words.slice(length) }
  }
  return undefined
}

/** Every command, one a line. */
export function help(commands: readonly Command[]): string {
  const lines = commands.map((one) => [`kith ${usage(one)}`, one.summary] as const)
  const width = Math.max(...lines.map(([left]) => left.length))
  const list = lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
  return [
    'Kith: the open platform for community safeguarding.',
    '',
    ...list,
    '',
    'More about one: kith <command> --help',
  ].join('\n')
}

/** One command, at length. */
export const commandHelp = (one: Command): string =>
  `kith ${usage(one)}: ${one.summary}.\n\n${one.help.trim()}`

const usage = ({ name, takes }: Command) => `${name} ${takes}`.trim()
