import { relative } from 'node:path'
import { OperatorError } from '../../kernel/errors.ts'
import { MIGRATIONS } from '../../migrations.ts'
import { bringUpToDate, type Installation, onItsDatabase } from '../../platform/run/index.ts'
import { note } from '../say.ts'
import { clearUnfinished, demoState, markBegun, markFinished } from './state.ts'

/**
 * Makes the demonstration of a new installation, once. One that was cut off is made again from the beginning, wanted
 * or not, as half of it would be of no use. Returns words for the ready line. Throws OperatorError where people work.
 */
export async function ensureDemonstration(
  installation: Installation,
  data: string,
  wanted: boolean,
): Promise<string> {
  const { adminUrl } = installation
  const state = await onItsDatabase(adminUrl, demoState)
  if (state === 'used' && wanted)
    throw new OperatorError(
      `The data in ${data} is real: somebody has used it, so no demonstration is mixed into it. Choose another folder: KITH_DATA=./demo npm run demo`,
    )
  const toMake = state === 'unfinished' || (state === 'new' && wanted)
  if (!toMake) return state === 'demonstration' ? where(data) : ''
  if (state === 'unfinished') {
    await onItsDatabase(adminUrl, clearUnfinished)
    await bringUpToDate(installation, data, MIGRATIONS)
  }
  note('Making the demonstration (a few seconds, once).')
  await onItsDatabase(adminUrl, markBegun)
  // every module comes with it, which an ordinary start does not need in this process
  const { fillDemonstration } = await import('./fill.ts')
  await fillDemonstration(installation, data)
  await onItsDatabase(adminUrl, markFinished)
  return where(data)
}

function where(data: string): string {
  const near = relative('', data)
  const folder = near.startsWith('..') ? data : near || '.'
  return ` (a demonstration; its accounts are in ${folder}/demo-accounts.json)`
}
