import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, describe, expect, it } from 'vitest'
import { ageCommand } from '../../../../test/age-cli.ts'
import { encryptTo, newAgeKey } from './age.ts'
import { unwrapIdentity, WORK_FACTOR, wrapIdentity } from './passphrase.ts'

const FAST = 10
const passphrase = 'three blind mice run'

describe('an identity under a passphrase', () => {
  const { identity, recipient } = newAgeKey()

  it('is opened by the passphrase and by no other', async () => {
    const wrapped = await wrapIdentity(identity, passphrase, FAST)
    expect(await unwrapIdentity(wrapped, passphrase)).toBe(identity)
    expect(await unwrapIdentity(wrapped, `${passphrase} `)).toBeUndefined()
    expect(await unwrapIdentity(wrapped, '')).toBeUndefined()
  })

  it('takes a passphrase whichever way a keyboard composes its letters', async () => {
    const wrapped = await wrapIdentity(identity, 'cafe\u0301 au lait chaud', FAST)
    expect(await unwrapIdentity(wrapped, 'caf\u00e9 au lait chaud')).toBe(identity)
  })

  it('opens nothing once altered, or when it asks for more memory than we give', async () => {
    const wrapped = await wrapIdentity(identity, passphrase, FAST)
    for (let at = 0; at < wrapped.length; at += 7) {
      const changed = Buffer.from(wrapped)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await unwrapIdentity(changed, passphrase)).toBeUndefined()
    }
    const greedy = Buffer.from(wrapped.toString('latin1').replace(` ${FAST}\n`, ' 63\n'), 'latin1')
    expect(greedy).not.toEqual(wrapped)
    expect(await unwrapIdentity(greedy, passphrase)).toBeUndefined()
    expect(
      await unwrapIdentity(await encryptTo([recipient], Buffer.from(identity)), passphrase),
    ).toBeUndefined()
  })

  it('at full strength leaves the event loop free, and never takes twice the memory at once', async () => {
    const delay = monitorEventLoopDelay({ resolution: 10 })
    const before = process.memoryUsage().rss
    let highest = before
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss)
    }, 20)
    delay.enable()
    const started = performance.now()
    const wrapped = await Promise.all([1, 2].map(() => wrapIdentity(identity, passphrase, WORK_FACTOR)))
    const took = performance.now() - started
    delay.disable()
    clearInterval(watch)
    expect(wrapped).toHaveLength(2)
    // The work itself must be heavy, or a free loop would prove nothing. On the loop, one of the two would stop it for
    // half of the time at least; on a busy machine the loop is late all the same, so only the share can tell.
    expect(took).toBeGreaterThan(300)
    expect(delay.max / 1e6).toBeLessThan(took / 3)
    expect((highest - before) / 2 ** 20).toBeLessThan(400)
  })
})

describe('the age command', () => {
  const age = ageCommand()
  afterAll(age.remove)
  const key = newAgeKey()

  it('opens a wrapped identity with the passphrase', async () => {
    const wrapped = await wrapIdentity(key.identity, passphrase, FAST)
    const opened = await age.withPassphrase(passphrase, ['-d'], 'personal.age', wrapped)
    expect(opened.toString()).toBe(`${key.identity}\n`)
  })

  it('takes a wrapped identity as it stands as an identity file', async () => {
    const personal = age.put('identity.age', await wrapIdentity(key.identity, passphrase, FAST))
    const file = await encryptTo([key.recipient], Buffer.from('a grant'))
    expect((await age.withPassphrase(passphrase, ['-d', '-i', personal], 'grant.age', file)).toString()).toBe(
      'a grant',
    )
  })

  it('wraps an identity that we open', async () => {
    const wrapped = await age.withPassphrase(passphrase, ['-p'], 'key.txt', Buffer.from(`${key.identity}\n`))
    expect(await unwrapIdentity(wrapped, passphrase)).toBe(key.identity)
  })
})
