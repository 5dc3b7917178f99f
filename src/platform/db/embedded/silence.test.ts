import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { clusterFolder, open, sql } from '../../../../test/clusters.ts'

const SECRET = 'my neighbour has changed'

describe("the server's log", () => {
  it('never repeats what somebody wrote, whatever goes wrong', async () => {
    const dataDir = await clusterFolder()
    const cluster = await open(dataDir)
    const refused = async (text: string) => expect(sql(cluster, text)).rejects.toThrow()
    await sql(cluster, 'create table words (word text primary key check (length(word) < 30))')
    await sql(cluster, `insert into words values ('${SECRET}')`)
    await refused(`insert into words values ('${SECRET}')`)
    await refused(`insert into words values ('${SECRET} ${SECRET}')`)
    await refused(`select '${SECRET}'::uuid`)
    await refused(`select '${SECRET}' from nowhere`)
    await refused(`do $$ begin raise exception '${SECRET}'; end $$`)
    await sql(cluster, `do $$ begin raise warning '${SECRET}'; end $$`)
    await crash(cluster, `select pg_sleep(60), '${SECRET}'`)
    const log = () => readFile(join(dataDir, 'postgres.log'), 'utf8')
    // it does tell of faults, a moment after the client has noticed
    await expect.poll(log, { timeout: 20_000 }).toContain('was terminated by signal 9')
    expect(await log()).not.toContain('neighbour')
  })
})

/** Kills the one process of the server that runs `text`, which PostgreSQL logs with the statement if it may. */
async function crash(cluster: Parameters<typeof sql>[0], text: string): Promise<void> {
  const crashed = sql(cluster, text).catch(() => 'crashed')
  const find = "select pid from pg_stat_activity where query like 'select pg_sleep%'"
  for (;;) {
    const [row] = await sql<{ pid: number }>(cluster, find)
    if (row) process.kill(row.pid, 'SIGKILL')
    if (row) break
    await sleep(20)
  }
  expect(await crashed).toBe('crashed')
}
