import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { text } from 'node:stream/consumers'
import { OperatorError } from '../kernel/errors.ts'

/**
 * A secret that must not stand in the list of processes or on the screen: from the first line of a file, of standard
 * input ("-"), or typed at a terminal without echo. Throws OperatorError when there is none.
 */
export async function readSecret(question: string, from?: string): Promise<string> {
  const whole =
    from === undefined ? await askUnseen(question) : await (from === '-' ? text(stdin) : file(from))
  const line = whole.split(/\r?\n/)[0] ?? ''
  if (line === '') throw new OperatorError('Nothing was entered.')
  return line
}

const file = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: Error) => {
    throw new OperatorError(`The file ${path} cannot be read: ${error.message}`)
  })

const ENTER = /[\r\n]/
const CTRL_C = '\u0003'
const RUBBED_OUT = /[\b\u007f]/

async function askUnseen(question: string): Promise<string> {
  if (!stdin.isTTY)
    throw new OperatorError(
      'There is no terminal to type at. Give the file that has it, or - for standard input.',
    )
  process.stderr.write(`${question}: `)
  stdin.setRawMode(true).setEncoding('utf8').resume()
  try {
    return await typedLine()
  } finally {
    stdin.setRawMode(false).pause()
    process.stderr.write('\n')
  }
}

function typedLine(): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const hear = (chunk: string) => {
      for (const letter of chunk) {
        if (letter === CTRL_C) return done(() => reject(new OperatorError('Stopped.')))
        if (ENTER.test(letter)) return done(() => resolve(typed.join('')))
        typed = RUBBED_OUT.test(letter) ? typed.slice(0, -1) : [...typed, letter]
      }
    }
    const done = (then: () => void) => {
      stdin.off('data', hear)
      then()
    }
    stdin.on('data', hear)
  })
}
