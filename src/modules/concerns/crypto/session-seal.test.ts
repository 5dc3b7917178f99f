import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from '../../../kernel/clock.ts'
import { newAgeKey } from './age.ts'
import type { Grant, OpenVault, VaultRecipients } from './open-vault.ts'
import { openForSession, type SessionVault, sealForSession } from './session-seal.ts'
import { newVaultGeneration, openVaultWith } from './vault.ts'

const now = Temporal.Instant.from('2026-03-01T09:00:00Z')
const until = now.add({ hours: 8 })
const recovery = newAgeKey()
let made: { recipients: VaultRecipients; grants: Grant[] }
let vault: OpenVault
let halves: SessionVault

beforeAll(async () => {
  made = await newVaultGeneration(1, [], recovery.recipient)
  const result = await openVaultWith(recovery.identity, made.grants, made.recipients)
  if ('shut' in result) throw new Error(result.shut)
  vault = result
  halves = sealForSession(vault, 'session-1', until)
})

const again = (of: SessionVault, session = 'session-1', recipients = made.recipients, at = now) =>
  openForSession(of, session, recipients, at)

describe('an open vault kept for a session', () => {
  it('opens with both halves', async () => {
    const file = await vault.seal('x')
    expect(await again(halves)?.open(file)).toBe('x')
  })

  it('opens with neither half alone', () => {
    expect(again({ ...halves, cookieKey: randomBytes(32).toString('base64url') })).toBeUndefined()
    expect(again({ ...halves, cookieKey: '' })).toBeUndefined()
    expect(again({ ...halves, stored: '' })).toBeUndefined()
    expect(again({ ...halves, stored: sealForSession(vault, 'session-1', until).stored })).toBeUndefined()
    expect(halves.stored).not.toContain('SECRET')
    expect(Buffer.from(halves.stored, 'base64url').toString('latin1')).not.toContain('AGE-SECRET-KEY')
  })

  it('opens for its own session and until its time only', () => {
    expect(again(halves, 'session-2')).toBeUndefined()
    expect(again(halves, 'session-1', made.recipients, until)).toBeUndefined()
  })

  it('closes when the vault has a new generation, so that nothing more is sealed to the old one', async () => {
    const next = await newVaultGeneration(2, [], recovery.recipient)
    expect(again(halves, 'session-1', next.recipients)).toBeUndefined()
    expect(again(halves, 'session-1', { ...made.recipients, vault: next.recipients.vault })).toBeUndefined()
  })
})
