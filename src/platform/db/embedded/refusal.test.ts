import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clusterFolder, emptyFolder, inChild, open, wholeOutput } from '../../../../test/clusters.ts'
import { OperatorError } from '../../../kernel/errors.ts'

const OPEN = 'await (await embedded.openCluster(options)).stop(); console.log("opened")'
const asRoot = process.getuid?.() === 0

describe('a data folder that cannot be used says what to do', () => {
  it.each([
    ['99', /written by PostgreSQL 99.*Use the newer Kith/],
    ['9.6', /written by PostgreSQL 9,.*kith backup.*kith restore/],
    ['', /damaged: restore a backup/],
  ])('PG_VERSION "%s"', async (version, message) => {
    const dataDir = await clusterFolder()
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), version)
    await refuses(dataDir, message)
  })

  it('its password is lost, or is not this one', async () => {
    const dataDir = await clusterFolder()
    const password = join(dataDir, 'secrets', 'postgres-superuser')
    await rm(password)
    await refuses(dataDir, /postgres-superuser is missing. Put it back from a backup/)
    await writeFile(password, 'another')
    await refuses(dataDir, /is not this database's. Put the file back from a backup/)
    const lines = (await wholeOutput(inChild({ dataDir }, OPEN))).split('\n')
    expect(lines[0]).toContain("is not this database's") // and the child ended at once
  })

  it('it is a file', async () => {
    const file = join(await emptyFolder(), 'file')
    await writeFile(file, '')
    await refuses(file, /It is no folder. Choose another with KITH_DATA/)
    await refuses(join(file, 'data'), /It is no folder. Choose another with KITH_DATA/)
  })

  it('a part of the cluster is lost', async () => {
    const dataDir = await clusterFolder()
    await rm(join(dataDir, 'postgres', 'global'), { recursive: true })
    await refuses(dataDir, /Kith could not start its database in .*postgres.log|damaged/s)
  })

  it('a setting is wrong, and the log is quoted', async () => {
    await expect(open(await clusterFolder(), { settings: { nonsense: '1' } })).rejects.toThrow(
      /unrecognized .*nonsense/,
    )
  })

  it('there is no PostgreSQL', async () => {
    await expect(open(await emptyFolder(), { binDir: '/nowhere' })).rejects.toThrow(
      /install PostgreSQL 15 or later and set DATABASE_URL/,
    )
  })

  it.runIf(asRoot)('another account owns it', async () => {
    const dataDir = await clusterFolder()
    const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    expect(await wholeOutput(inChild({ dataDir }, OPEN, nobody))).toMatch(
      /^OperatorError: .*may not read or write there/,
    )
    const closed = join(await emptyFolder(), 'closed')
    await mkdir(closed, { mode: 0o700 })
    const inside = { dataDir: join(closed, 'data') }
    expect(await wholeOutput(inChild(inside, OPEN, nobody))).toMatch(
      /^OperatorError: .*may not read or write there/,
    )
  })

  it.runIf(asRoot)('the disk is full', async () => {
    const dataDir = await emptyFolder()
    const small = [
      'unshare',
      '--mount',
      'sh',
      '-c',
      `mount -t tmpfs -o size=20m none ${dataDir} && exec "$@"`,
      'sh',
    ]
    expect(await wholeOutput(inChild({ dataDir }, OPEN, small))).toMatch(
      /^OperatorError: .*The disk is full. Free some space/,
    )
  })
})

async function refuses(dataDir: string, message: RegExp): Promise<void> {
  const refusal = await open(dataDir).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(OperatorError)
  expect(String(refusal)).toMatch(message)
}
