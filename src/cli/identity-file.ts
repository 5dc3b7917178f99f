import { readFile } from 'node:fs/promises'
import { OperatorError } from '../kernel/errors.ts'

/** The secret line of a key file, as age-keygen and Kith write it. Throws OperatorError. */
export async function readIdentity(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new OperatorError(`The recovery key cannot be read from ${path}: ${error.message}`)
  })
  const identity = /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(text)?.[0]
  if (identity) return identity
  throw new OperatorError(`The file ${path} holds no recovery key: a line that begins with AGE-SECRET-KEY-1.`)
}
