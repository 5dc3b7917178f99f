import { system } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { OperatorError } from '../kernel/errors.ts'
import { grantByPassphrase, proofsOf } from '../modules/concerns/index.ts'
import { accountOf, asPerson, refused, through } from './doors.ts'
import { say } from './say.ts'
import { readSecret } from './secret-input.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

const OPTIONS = { by: { type: 'string' }, 'passphrase-file': { type: 'string' } } as const

export async function command(words: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, OPTIONS, 1)
  const { by: colleague, 'passphrase-file': from } = values
  const email = positionals[0]
  if (!email || !colleague)
    throw new OperatorError('Say to whom and by whom: kith vault grant EMAIL --by COLLEAGUE')
  const result = await withInstallation(async (installation) => {
    const [to, by] = await through(installation, 'owner', (owner) =>
      owner.as(system('operator'), async (tx) => [
        await accountOf(tx, email),
        await accountOf(tx, colleague),
      ]),
    )
    if (!to || !by) throw new Error('two accounts were asked for')
    const passphrase = await readSecret(`Vault passphrase of ${by.name}`, from)
    return through(installation, 'vault', (vault) =>
      grantByPassphrase(vault, {
        by: asPerson(by),
        passphrase,
        to: to.id,
        proofs: proofsOf(installation.keys),
        now: systemClock.now(),
      }),
    )
  })
  if (!result.ok) throw refused(result.error)
  say(`${email} has access to the vault.`)
}
