#!/usr/bin/env node
// Runs on any Node from 20 on: installs and builds what is missing, then hands over to Kith itself on Node 24.
import { spawn } from 'node:child_process'
import { ready } from '../scripts/ready.mjs'
import { node24, ROOT } from '../scripts/tools/paths.mjs'

const CLI = `${ROOT}dist/cli.js`

async function start() {
  await ready()
  const node = node24()
  if (node === process.execPath) await import(CLI)
  else handOver(node)
}

/** The pinned Node in a process of its own, which gets our signals, notices when we die, and whose end is ours. */
function handOver(node) {
  const child = spawn(node, [CLI, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', fail)
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 1
    if (!signal) return
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

start().catch(fail)
