import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { systemClock } from '../kernel/clock.ts'

/** A recovery key: its public half, and the file for the secret one, as age-keygen writes it. */
export async function newRecoveryKey(): Promise<{ recipient: string; text: string }> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const made = systemClock.now().toString({ smallestUnit: 'second' })
  const lines = [
    '# Recovery key of a Kith vault. Keep it offline: it opens every concern and every backup.',
    `# made: ${made}`,
    `# public key: ${recipient}`,
    identity,
  ]
  return { recipient, text: `${lines.join('\n')}\n` }
}
