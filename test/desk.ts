import type { LightMyRequestResponse } from 'fastify'
import { newId } from '../src/kernel/ids.ts'
import { formatWords, newReceipt } from '../src/modules/concerns/crypto/receipt.ts'
import { send } from '../src/modules/concerns/door/send.ts'
import type { TestApp, Visitor } from './app.ts'

/** A concern that a resident sent online, through the residents' door. */
export async function raised(app: TestApp, worry = 'My neighbour has changed', dangerNow = false) {
  const receipt = newReceipt()
  const parcel = { id: newId(), fingerprint: Buffer.from(worry), content: { worry }, dangerNow, receipt }
  const outcome = await send(app.authority, parcel, app.clock.now())
  if (outcome !== 'sent') throw new Error(`the concern was not sent: ${outcome}`)
  const [row] = await app.database.sql<{ id: string; ref: string }>(
    'select id, ref from concerns.concern order by id desc limit 1',
  )
  if (!row) throw new Error('no concern')
  return { ...row, words: formatWords(receipt), path: `/staff/concerns/${row.id}` }
}

/** Hidden fields of the last form of a page: an officer's page begins with those to sign out and to lock. */
export function hiddenOf(html: string): Record<string, string> {
  const form = html.split('<form').at(-1)?.split('</form>')[0] ?? ''
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}

type Fields = Record<string, string | readonly string[]>

/** Opens a page, fills in its form and sends it. */
export async function fillIn(who: Visitor, path: string, fields: Fields): Promise<LightMyRequestResponse> {
  const page = await who.get(path)
  return who.post(path, { ...hiddenOf(page.body), ...fields })
}

/** What the vault's log says was done to a concern. */
export const actsOn = async (app: TestApp, id: string): Promise<string[]> => {
  const sql = 'select action from vault_audit.entry where subject = $1 order by id'
  return (await app.database.sql<{ action: string }>(sql, [id])).map(({ action }) => action)
}
