import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './paths.mjs'

const FOLDER = `${ROOT}.cache`
const LOCK = `${FOLDER}/ready.lock`

/** Installing and building never overlap: two commands started together wait for one another. */
export async function oneAtATime(act) {
  mkdirSync(FOLDER, { recursive: true })
  while (!take()) await sleep(200)
  try {
    return await act()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!alive(holder())) rmSync(LOCK, { force: true })
    return false
  }
}

function holder() {
  try {
    // Empty for the moment between its making and its writing: then somebody is there.
    return Number(readFileSync(LOCK, 'utf8') || process.pid)
  } catch {
    return process.pid
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
