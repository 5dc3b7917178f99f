import { encryptTo, recipientOf } from './age.ts'
import { asText, type Content, openContent, sealContent } from './sealed-content.ts'

/** All that is needed to seal for the vault; nothing of it is secret. */
export type VaultRecipients = {
  /** Counted from 1; the highest is the one that new concerns are sealed to. */
  readonly generation: number
  /** The generation's public half. */
  readonly vault: string
  /** The public half of the council's recovery key. */
  readonly recovery: string
}

/** One generation's private half, encrypted to one recipient: an officer's personal one or the recovery key. */
export type Grant = { readonly generation: number; readonly to: string; readonly wrapped: Buffer }

/** A secret: one generation's private half. It goes only from file to file of this folder. */
export type GenerationKey = { readonly generation: number; readonly identity: string }

/**
 * Encrypts for the vault knowing no secret, as the front door does: to the present generation, the recovery key and
 * `alsoTo`, such as the recipient of a receipt.
 */
export const sealForVault = (
  to: VaultRecipients,
  content: Content,
  alsoTo: readonly string[] = [],
): Promise<Buffer> => sealContent([to.vault, to.recovery, ...alsoTo], content)

/** One generation's private half for one reader. */
export async function grant(key: GenerationKey, to: string): Promise<Grant> {
  const wrapped = await encryptTo([to], Buffer.from(`${key.identity}\n`))
  return { generation: key.generation, to, wrapped }
}

/** Whether the keys open what is sealed now. If not, a generation is missing, or one was mixed up or forged. */
export function holdsPresent(keys: readonly GenerationKey[], recipients: VaultRecipients): boolean {
  const present = keys.find(({ generation }) => generation === recipients.generation)
  return present !== undefined && recipientOf(present.identity) === recipients.vault
}

/** A vault that somebody has opened. Its secrets are private fields: printed, logged or made JSON, none shows. */
export class OpenVault {
  readonly recipients: VaultRecipients
  readonly #keys: readonly GenerationKey[]

  /** `keys` hold the private half of the generation in `recipients`, and of earlier ones. */
  constructor(keys: readonly GenerationKey[], recipients: VaultRecipients) {
    if (!holdsPresent(keys, recipients)) throw new Error('these keys are not the keys of this vault')
    this.recipients = recipients
    // Most of what is read is recent, and each wrong key costs a try.
    this.#keys = [...keys].sort((a, b) => b.generation - a.generation)
  }

  /** An age file of the content for the vault, the recovery key and `alsoTo`. */
  seal(content: Content, options: { readonly alsoTo?: readonly string[] } = {}): Promise<Buffer> {
    return sealForVault(this.recipients, content, options.alsoTo)
  }

  /** The text that was sealed. Throws when the file is altered, is for another vault, or holds no text. */
  open(file: Uint8Array): Promise<string> {
    return this.openJson(file, asText)
  }

  /** The JSON that was sealed, through a reader such as a zod schema's parse. Throws as `open` does. */
  openJson<T>(file: Uint8Array, read: (content: unknown) => T): Promise<T> {
    const identities = this.#keys.map(({ identity }) => identity)
    return openContent(identities, file, read)
  }

  /** Grants of every generation that this vault opens, for another officer's personal recipient. */
  grantTo(recipient: string): Promise<Grant[]> {
    return Promise.all(this.#keys.map((key) => grant(key, recipient)))
  }

  /** The secrets themselves, for session-seal.ts alone. */
  secrets(): readonly GenerationKey[] {
    return this.#keys
  }
}
