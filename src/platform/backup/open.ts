import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Decrypter } from 'age-encryption'
import { OperatorError } from '../../kernel/errors.ts'
import { readTar, type TarEntry } from './tar.ts'

/** The files inside a backup, in order, decrypted as they are read. Throws OperatorError. */
export async function* openBackup(path: string, identity: string): AsyncGenerator<TarEntry> {
  const file = createReadStream(path)
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const plain = await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>)
    yield* readTar(plain as AsyncIterable<Uint8Array> & typeof plain)
  } catch (error) {
    throw explain(error, path)
  } finally {
    file.destroy()
  }
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof OperatorError) return error
  if (!(error instanceof Error)) return error
  if ('syscall' in error) return new OperatorError(`The backup ${path} cannot be read: ${error.message}`)
  if (/no identity matched/i.test(error.message))
    return new OperatorError(
      `This key does not open ${path}. Use the recovery key of the council whose backup it is.`,
    )
  return new OperatorError(
    `The file ${path} is damaged, cut short, or no backup of Kith (${error.message}). Use another copy.`,
  )
}
