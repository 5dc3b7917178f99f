import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const OLDEST = [24, 15]

/** The program of Node 24: our own when it is new enough, else the one that npm brought for this machine. */
export function node24() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = `${ROOT}node_modules/node-${platform}-${process.arch}/bin/${program}`
  if (existsSync(packaged)) return packaged
  throw new Error(
    `Kith runs on Node ${OLDEST.join('.')} or later, and this is ${process.versions.node}. ` +
      `npm has no Node 24 for ${process.platform} on ${process.arch}: install it from https://nodejs.org and run this again.`,
  )
}
