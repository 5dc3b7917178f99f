import { system } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { proofsOf, rotateVault } from '../modules/concerns/index.ts'
import { accountOf, refused, through } from './doors.ts'
import { say } from './say.ts'
import { withInstallation } from './with-installation.ts'
import { readWords } from './words.ts'

const OPTIONS = { 'leave-out': { type: 'string', multiple: true } } as const

export async function command(words: readonly string[]): Promise<void> {
  const { values } = readWords(words, OPTIONS)
  const emails = values['leave-out'] ?? []
  const operator = system('operator')
  const result = await withInstallation((installation) =>
    through(installation, 'owner', (owner) =>
      owner.as(operator, async (tx) => {
        const leaveOut = []
        for (const email of emails) leaveOut.push((await accountOf(tx, email)).id)
        const proofs = proofsOf(installation.keys)
        return rotateVault(tx, operator, { leaveOut, proofs, now: systemClock.now() })
      }),
    ),
  )
  if (!result.ok) throw refused(result.error)
  say(`The vault has a new key, number ${result.value.generation}. What comes from now on is sealed to it.`)
}
