import { system } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { OperatorError } from '../kernel/errors.ts'
import { proofsOf, recoverVault } from '../modules/concerns/index.ts'
import { accountOf, through } from './doors.ts'
import { readIdentity } from './identity-file.ts'
import { say } from './say.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

export async function command(words: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, { identity: { type: 'string' } }, 1)
  const email = positionals[0]
  if (!email || !values.identity)
    throw new OperatorError(
      'Say to whom and with which key: kith vault recover EMAIL --identity RECOVERYKEYFILE',
    )
  const identity = await readIdentity(values.identity)
  const operator = system('operator')
  await withInstallation((installation) =>
    through(installation, 'owner', (owner) =>
      owner.as(operator, async (tx) => {
        const { id } = await accountOf(tx, email)
        const proofs = proofsOf(installation.keys)
        await recoverVault(tx, operator, { identity, to: id, proofs, now: systemClock.now() })
      }),
    ),
  )
  say(`${email} has access to the vault.`)
}
