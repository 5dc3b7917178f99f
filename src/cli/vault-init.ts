import { writeFile } from 'node:fs/promises'
import { system } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { OperatorError } from '../kernel/errors.ts'
import { initVault, proofsOf } from '../modules/concerns/index.ts'
import { accountOf, through } from './doors.ts'
import { newRecoveryKey } from './recovery-key.ts'
import { say } from './say.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

const OPTIONS = {
  recovery: { type: 'string' },
  'new-key': { type: 'string' },
  officer: { type: 'string', multiple: true },
} as const

export async function command(words: readonly string[]): Promise<void> {
  const { values } = readWords(words, OPTIONS)
  const { recovery, 'new-key': file, officer: officers = [] } = values
  if ((recovery === undefined) === (file === undefined))
    throw new OperatorError('Say which recovery key: --recovery age1…, or --new-key FILE to have one made.')
  const operator = system('operator')
  const key = recovery ? { recipient: recovery } : await newRecoveryKey()
  await withInstallation((installation) =>
    through(installation, 'owner', (owner) =>
      owner.as(operator, async (tx) => {
        const ids = []
        for (const email of officers) ids.push((await accountOf(tx, email)).id)
        const proofs = proofsOf(installation.keys)
        const options = { recovery: key.recipient, officers: ids, proofs, now: systemClock.now() }
        await initVault(tx, operator, options)
        // before the commit: a vault whose recovery key was never written would be one without
        if ('text' in key && file) await writeKey(file, key.text)
      }),
    ),
  )
  say('The vault is made.')
  if (file)
    say(`The recovery key is in ${file}. Move it to where the council keeps it offline, and delete it here.`)
}

const writeKey = (file: string, text: string): Promise<void> =>
  writeFile(file, text, { mode: 0o600, flag: 'wx', flush: true }).catch((error: Error) => {
    throw new OperatorError(`The recovery key cannot be written to ${file}: ${error.message}`)
  })
