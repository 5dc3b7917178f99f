import { readFile } from 'node:fs/promises'
import { systemClock } from '../../src/kernel/clock.ts'
import { RAISE } from '../../src/modules/concerns/door/raise.ts'
import { SEALED } from '../../src/platform/journey/index.ts'
import { freshState, type State, sealState } from '../../src/platform/journey/state.ts'
import { masterKeyPath } from '../../src/platform/run/keys.ts'
import { createSealer, deriveKey, type Sealer } from '../../src/platform/seal.ts'

/** Where a resident presses Send. */
export const SEND_PATH = '/concerns/raise/check'

/** A journey that has been walked to its last page: what that page's form posts, and the receipt it will give. */
export type SealedForm = { readonly body: string; readonly receipt: string }

/** The sealer of a running Kith: a page of its own would carry the same seal. */
export async function pageSealer(data: string): Promise<Sealer> {
  return createSealer(deriveKey(await masterKeyOf(data), 'pages'))
}

/** The master key of a Kith in a data folder. */
export const masterKeyOf = async (data: string): Promise<Buffer> =>
  Buffer.from((await readFile(masterKeyPath(data), 'utf8')).trim(), 'base64')

/** A fresh journey, answered, as the check page would carry it. */
export function sealedForm(sealer: Sealer, worry: string): SealedForm {
  const fresh = freshState(RAISE)
  const state: State = { ...fresh, typed: { ...OTHER_ANSWERS, worry: { worry: [worry] } } }
  const sealed = sealState(RAISE, sealer, state, systemClock.now())
  return { body: new URLSearchParams({ [SEALED]: sealed }).toString(), receipt: receiptOf(fresh) }
}

function receiptOf({ fixed }: State): string {
  if (typeof fixed === 'object' && fixed !== null && 'receipt' in fixed && typeof fixed.receipt === 'string')
    return fixed.receipt
  throw new Error('a journey without a receipt')
}

const OTHER_ANSWERS: State['typed'] = {
  danger: { danger: ['no'] },
  when: { happened: ['Since the summer'] },
  person: { tie: ['neighbour'], tieOther: [''] },
  reply: { replyBy: ['receipt'], telephone: [''], email: [''], address: [''], safeTime: [''] },
  language: { language: ['English'], interpreter: ['no'] },
}
