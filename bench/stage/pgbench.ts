import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { type Admin, adminOf, withAdmin } from './admin.ts'

const DATABASE = 'kith_bench'
const DEBIAN = '/usr/lib/postgresql'

export type Pgbench = {
  /** Inserts a second, from eight clients for so many seconds. */
  run(seconds: number): Promise<number>
  drop(): Promise<void>
}

/** A table of its own, in a database of its own, on the server that Kith uses: rows of so many random bytes. */
export async function preparePgbench(data: string, folder: string, rowBytes: number): Promise<Pgbench> {
  const program = findPgbench()
  const admin = await adminOf(data)
  await drop(data)
  await withAdmin(data, (client) => client.query(`create database ${DATABASE}`), 'postgres')
  await withAdmin(
    data,
    (client) =>
      client.query('create table sink (id uuid primary key default gen_random_uuid(), body bytea not null)'),
    DATABASE,
  )
  const script = join(folder, 'insert.sql')
  await writeFile(script, `insert into sink (body) values ('\\x${randomBytes(rowBytes).toString('hex')}');\n`)
  return {
    run: (seconds) => measure(program, admin, script, seconds),
    drop: () => drop(data),
  }
}

const drop = async (data: string): Promise<void> => {
  await withAdmin(
    data,
    (client) => client.query(`drop database if exists ${DATABASE} with (force)`),
    'postgres',
  )
}

async function measure(program: string, admin: Admin, script: string, seconds: number): Promise<number> {
  const how = ['-c', '8', '-j', '2', '-T', String(seconds), '-n', '-f', script]
  const where = ['-h', admin.host, '-p', String(admin.port), '-U', admin.user, DATABASE]
  const { stdout } = await promisify(execFile)(program, [...how, ...where], {
    env: { PATH: process.env.PATH, PGPASSWORD: admin.password },
  })
  const [, rate] = /tps = ([\d.]+) \(without/.exec(stdout) ?? []
  const [, failed] = /failed transactions: (\d+)/.exec(stdout) ?? []
  if (rate === undefined || Number(failed ?? 0) > 0) throw new Error(`pgbench said: ${stdout}`)
  return Number(rate)
}

function findPgbench(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : []
  const places = [...folders, ...debian.map((version) => join(DEBIAN, version, 'bin'))]
  const found = places.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path))
  if (found) return found
  throw new Error('pgbench is not on this machine (on Debian: apt install postgresql-15)')
}
