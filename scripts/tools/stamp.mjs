import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ROOT } from './paths.mjs'

/** Every file under a folder of the project, as a path from the project's folder; [] when there is no such folder. */
export function filesUnder(folder) {
  if (!existsSync(ROOT + folder)) return []
  if (statSync(ROOT + folder).isFile()) return [folder]
  return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replace(ROOT, ''))
    .sort()
}

/** A fingerprint of files by path, size and time: a changed, added, deleted or restored file gives another. */
export function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(ROOT + file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Whether what was made from these files is still what they say. */
export const isFresh = (stamp, files) =>
  existsSync(ROOT + stamp) && readFileSync(ROOT + stamp, 'utf8') === fingerprint(files)

/** Remembers what something was made from. Take the print before making it: a file may change meanwhile. */
export function remember(stamp, print) {
  mkdirSync(dirname(ROOT + stamp), { recursive: true })
  writeFileSync(ROOT + stamp, print)
}
