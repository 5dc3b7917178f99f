import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { ROOT } from './paths.mjs'

const LOCK = `${ROOT}package-lock.json`
const THERE = `${ROOT}node_modules/.package-lock.json`

/** Whether node_modules holds what package-lock.json says. Reads the two only when their times leave it open. */
export function isInstalled() {
  if (!existsSync(THERE)) return false
  if (statSync(THERE).mtimeMs >= statSync(LOCK).mtimeMs) return true
  if (!sameVersions()) return false
  const now = new Date()
  utimesSync(THERE, now, now)
  return true
}

function sameVersions() {
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages
  const there = JSON.parse(readFileSync(THERE, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return path in there ? there[path].version === version : optional === true
  })
}
