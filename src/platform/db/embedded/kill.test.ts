import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clusterFolder, firstLine, gone, inChild, lives, open, sql } from '../../../../test/clusters.ts'
import { lockDataFolder, supervise } from './index.ts'

const OPEN_AND_WAIT =
  'console.log((await embedded.openCluster(options)).pid()); setInterval(() => {}, 60_000)'

describe('after a kill', () => {
  it('of Kith, the next start adopts the server that is still running', async () => {
    const dataDir = await clusterFolder()
    const child = inChild({ dataDir }, OPEN_AND_WAIT)
    const pid = Number(await firstLine(child))
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(lives(pid)).toBe(true)
    const cluster = await open(dataDir)
    expect(cluster.pid()).toBe(pid)
    await cluster.stop()
    await gone(pid)
  })

  it('of all that runs in the terminal, as Ctrl-C does, the server lives to see Kith drain', async () => {
    const dataDir = await clusterFolder()
    const child = inChild({ dataDir }, OPEN_AND_WAIT, ['setsid'])
    const pid = Number(await firstLine(child))
    process.kill(-Number(child.pid), 'SIGINT')
    await once(child, 'close')
    const cluster = await open(dataDir)
    expect(cluster.pid()).toBe(pid)
    expect(await sql(cluster, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('of the server, the next start recovers every committed row', async () => {
    const dataDir = await clusterFolder()
    const killed = await open(dataDir)
    await sql(killed, 'create table kept as select generate_series(1, 1000) as number')
    await kill(killed.pid())
    const cluster = await open(dataDir)
    expect(await sql(cluster, 'select count(*)::int as rows from kept')).toEqual([{ rows: 1000 }])
  })

  it('of the server, one of its processes that is too busy to notice does not stand in the way', async () => {
    const dataDir = await clusterFolder()
    const killed = await open(dataDir)
    const busy = sql(killed, 'do $$ begin loop end loop; end $$').catch(() => 'ended')
    while ((await sql(killed, BUSY)).length === 0) await sleep(20)
    await kill(killed.pid())
    const cluster = await open(dataDir)
    expect(await busy).toBe('ended')
    expect(await sql(cluster, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('of the server, its number given to another process is no server', async () => {
    const dataDir = await clusterFolder()
    await kill((await open(dataDir)).pid())
    const bystander = spawn('sleep', ['60'])
    onTestFinished(() => void bystander.kill())
    await recordPid(dataDir, Number(bystander.pid))
    expect(await sql(await open(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
  })

  it('of the server, a zombie that nobody reaps is no server', async () => {
    const dataDir = await clusterFolder()
    await kill((await open(dataDir)).pid())
    // it outlives the shell, which would reap it, by becoming the child of a sleep that never will
    const negligent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'])
    onTestFinished(() => void negligent.kill())
    const [zombie] = await once(createInterface(negligent.stdout), 'line')
    const state = () => /\) (\w)/.exec(readFileSync(`/proc/${zombie}/stat`, 'utf8'))?.[1]
    while (state() !== 'Z') await sleep(50)
    await recordPid(dataDir, Number(zombie))
    expect(await sql(await open(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(lives(Number(zombie))).toBe(true)
  })

  it('of the server, a supervised one is back by itself', async () => {
    const cluster = await open(await clusterFolder())
    const watch = supervise(cluster, () => undefined)
    onTestFinished(() => watch.stop())
    const pid = cluster.pid()
    await kill(pid)
    const again = async () =>
      (await sql<{ one: number }>(cluster, 'select 1 as one').catch(() => []))[0]?.one === 1
    while (!(await again())) await sleep(100)
    expect(cluster.pid()).not.toBe(pid)
  })
})

describe('the lock of a data folder', () => {
  it('refuses a second Kith, and lets one in after the first was killed', async () => {
    const dataDir = await clusterFolder()
    const child = inChild({ dataDir }, `await embedded.lockDataFolder(options.dataDir); ${OPEN_AND_WAIT}`)
    await firstLine(child)
    await expect(lockDataFolder(dataDir)).rejects.toThrow('Kith is already running in this data folder')
    child.kill('SIGKILL')
    await once(child, 'close')
    const lock = await lockDataFolder(dataDir)
    await expect(lockDataFolder(dataDir)).rejects.toThrow('Kith is already running in this data folder')
    await lock.release()
    await (await lockDataFolder(dataDir)).release()
    await open(dataDir) // so that the server which the child left is stopped
  })
})

const BUSY = "select 1 from pg_stat_activity where state = 'active' and query like 'do $$ begin loop%'"

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await gone(pid)
}

async function recordPid(dataDir: string, pid: number): Promise<void> {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, [pid, ...rest].join('\n'))
}
