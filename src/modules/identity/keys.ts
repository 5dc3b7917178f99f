import { createSealer, deriveKey, type Sealer } from '../../platform/seal.ts'

/** Keys of this module, each for one purpose. */
export type Keys = {
  /** Seals secrets of authenticator apps in the database, so that a dump of it cannot sign in. */
  readonly totp: Sealer
  readonly recovery: Uint8Array
  readonly lanes: Uint8Array
}

const known = new WeakMap<Uint8Array, Keys>()

/** Derived once for each authority. */
export function keysOf({ masterKey }: { masterKey: Uint8Array }): Keys {
  const found = known.get(masterKey)
  if (found) return found
  const keys: Keys = {
    totp: createSealer(deriveKey(masterKey, 'identity totp secrets')),
    recovery: deriveKey(masterKey, 'identity recovery codes'),
    lanes: deriveKey(masterKey, 'identity guess lanes'),
  }
  known.set(masterKey, keys)
  return keys
}

/** A sealed secret fits one person: moved to another row it does not open. */
export const totpPurpose = (person: string): string => `totp of ${person}`
