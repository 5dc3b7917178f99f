import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ageCommand } from '../../../../test/age-cli.ts'
import { newAgeKey } from './age.ts'
import { type Grant, grant, OpenVault, sealForVault, type VaultRecipients } from './open-vault.ts'
import { changePassphrase, newPersonalKey, type PersonalKey } from './personal-key.ts'
import { newReceipt, receiptIdentity } from './receipt.ts'
import { asText, openContent } from './sealed-content.ts'
import { newVaultGeneration, openVault, openVaultWith, type Shut } from './vault.ts'

const FAST = 8
const recovery = newAgeKey()
const [ada, bea] = ['ada: three blind mice', 'bea: gate lamp river']
let officers: { ada: PersonalKey; bea: PersonalKey }
let vault: { recipients: VaultRecipients; grants: Grant[] }

function opened(result: OpenVault | Shut): OpenVault {
  if ('shut' in result) throw new Error(`the vault stayed shut: ${result.shut}`)
  return result
}

beforeAll(async () => {
  officers = { ada: await newPersonalKey(ada, FAST), bea: await newPersonalKey(bea, FAST) }
  vault = await newVaultGeneration(1, [officers.ada.recipient], recovery.recipient)
})

const openAs = async (passphrase: string, grants = vault.grants, recipients = vault.recipients) =>
  openVault(passphrase === ada ? officers.ada : officers.bea, passphrase, grants, recipients)

describe('the vault', () => {
  it('is opened by a granted officer with the officer’s passphrase, and reads what the front door sealed', async () => {
    const concern = await sealForVault(vault.recipients, 'My neighbour has changed')
    expect(await opened(await openAs(ada)).open(concern)).toBe('My neighbour has changed')
  })

  it('stays shut without the passphrase, and without a grant', async () => {
    expect(await openVault(officers.ada, bea, vault.grants, vault.recipients)).toEqual({
      shut: 'wrong-passphrase',
    })
    expect(await openAs(bea)).toEqual({ shut: 'not-granted' })
    expect(await openAs(ada, [])).toEqual({ shut: 'not-granted' })
  })

  it('takes no grant that was made to somebody else and relabelled', async () => {
    const relabelled = vault.grants.map((one) => ({ ...one, to: officers.bea.recipient }))
    expect(await openAs(bea, relabelled)).toEqual({ shut: 'not-granted' })
  })

  it('stays shut when a grant is not of the vault that concerns are sealed to', async () => {
    const forged = await grant({ generation: 1, identity: newAgeKey().identity }, officers.ada.recipient)
    expect(await openAs(ada, [forged])).toEqual({ shut: 'not-granted' })
    expect(
      () => new OpenVault([{ generation: 1, identity: newAgeKey().identity }], vault.recipients),
    ).toThrow()
  })

  it('is opened to a second officer by the first, for everything so far', async () => {
    const grants = await opened(await openAs(ada)).grantTo(officers.bea.recipient)
    const concern = await sealForVault(vault.recipients, 'x')
    expect(await opened(await openAs(bea, grants)).open(concern)).toBe('x')
  })

  it('is opened by the recovery key, which can grant to an officer who forgot the passphrase', async () => {
    const byRecovery = opened(await openVaultWith(recovery.identity, vault.grants, vault.recipients))
    const fresh = await newPersonalKey('a new passphrase of hers', FAST)
    const grants = await byRecovery.grantTo(fresh.recipient)
    opened(await openVault(fresh, 'a new passphrase of hers', grants, vault.recipients))
  })

  it('keeps its grants when an officer changes passphrase', async () => {
    expect(await changePassphrase(officers.ada, { old: 'wrong', new: 'x' }, FAST)).toBeUndefined()
    const changed = await changePassphrase(officers.ada, { old: ada, new: 'quite another one' }, FAST)
    if (!changed) throw new Error('the right passphrase was refused')
    expect(changed.recipient).toBe(officers.ada.recipient)
    opened(await openVault(changed, 'quite another one', vault.grants, vault.recipients))
    expect(await openVault(changed, ada, vault.grants, vault.recipients)).toEqual({
      shut: 'wrong-passphrase',
    })
  })
})

describe('a new generation', () => {
  it('closes what comes next to an officer who left, and leaves the past open to who stays', async () => {
    const both = [...vault.grants, ...(await opened(await openAs(ada)).grantTo(officers.bea.recipient))]
    const before = await sealForVault(vault.recipients, 'before')
    const next = await newVaultGeneration(2, [officers.bea.recipient], recovery.recipient)
    const after = await sealForVault(next.recipients, 'after')
    const grants = [...both, ...next.grants]

    const stays = opened(await openAs(bea, grants, next.recipients))
    expect([await stays.open(before), await stays.open(after)]).toEqual(['before', 'after'])
    expect(await openAs(ada, grants, next.recipients)).toEqual({ shut: 'not-granted' })
    await expect(opened(await openAs(ada, grants)).open(after)).rejects.toThrow('cannot be opened')
    expect(await stays.grantTo(officers.ada.recipient)).toHaveLength(2)
  })
})

describe('what is sealed', () => {
  it('is any text or JSON, and comes back through a reader', async () => {
    const open = opened(await openAs(ada))
    const json = { worry: 'Ünï 🙂', when: ['today', null], counts: { days: 3 } }
    expect(await open.openJson(await open.seal(json), (content) => content)).toEqual(json)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        // JSON and UTF-8 both write a lone surrogate, but only JSON brings it back.
        expect(await open.open(await open.seal(text))).toBe(text)
      }),
      { numRuns: 30 },
    )
  })

  it('is opened by its receipt too, and by no other', async () => {
    const receipt = receiptIdentity(newReceipt())
    const reply = await opened(await openAs(ada)).seal('We read it', { alsoTo: [receipt.recipient] })
    expect(await openContent([receipt.identity], reply, asText)).toBe('We read it')
    const other = receiptIdentity(newReceipt())
    await expect(openContent([other.identity], reply, asText)).rejects.toThrow('cannot be opened')
  })

  it('is of one length whatever short thing it says', async () => {
    const lengths = await Promise.all(
      ['', 'yes', 'x'.repeat(400)].map((text) => sealForVault(vault.recipients, text)),
    )
    expect(new Set(lengths.map((file) => file.length)).size).toBe(1)
  })

  it('is never in an error, and a key never shows', async () => {
    const open = opened(await openAs(ada))
    const secret = 'a very private sentence'
    const file = await open.seal({ secret })
    const refused = open.openJson(file, (content) => {
      throw new Error(JSON.stringify(content))
    })
    await expect(refused).rejects.toThrow('sealed content does not have the form that was expected')
    await expect(refused.catch((error) => inspect(error))).resolves.not.toContain(secret)
    await expect(open.open(file)).rejects.toThrow('form that was expected')
    const shown = inspect(open, { showHidden: true, depth: 9 }) + JSON.stringify(open)
    expect(shown).toContain(vault.recipients.vault)
    expect(shown).not.toContain('SECRET')
  })
})

describe('the age command', () => {
  const age = ageCommand()
  afterAll(age.remove)

  it('opens a concern with the recovery key alone', async () => {
    const concern = await sealForVault(vault.recipients, { worry: 'My neighbour has changed' })
    expect(JSON.parse(age.decrypt(recovery.identity, concern))).toEqual({
      v: 1,
      content: { worry: 'My neighbour has changed' },
    })
  })

  it('opens a generation’s grant with the recovery key, and with that key a concern', async () => {
    const toRecovery = vault.grants.find(({ to }) => to === recovery.recipient)
    const identity = age.decrypt(recovery.identity, toRecovery?.wrapped ?? Buffer.alloc(0)).trim()
    expect(age.publicKey(identity)).toBe(vault.recipients.vault)
    expect(age.decrypt(identity, await sealForVault(vault.recipients, 'x'))).toContain('"content":"x"')
  })
})
