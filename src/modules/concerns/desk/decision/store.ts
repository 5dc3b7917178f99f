import type { Instant } from '../../../../kernel/clock.ts'
import { newId, type PersonId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { HandoverState, Route, Told } from './domain.ts'

type NewDecision = {
  id: string
  concernId: string
  routes: readonly Route[]
  reason: Buffer
  urgent: boolean
  now: Instant
}

export async function saveDecision(tx: Tx, { routes, now, ...decision }: NewDecision): Promise<void> {
  await tx
    .insertInto('concerns.decision')
    .values({ ...decision, routes: [...routes], decidedAt: now })
    .execute()
}

/** Whether this very decision was saved before, by a first press of the button. */
export async function hasDecision(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('concerns.decision').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

type NewTold = { id: string; concernId: string; state: Told; reason: Buffer; now: Instant }

export async function saveTold(tx: Tx, { now, ...told }: NewTold): Promise<void> {
  await tx
    .insertInto('concerns.told')
    .values({ ...told, at: now })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
}

type NewHandover = {
  concernId: string
  decisionId: string
  decidedBy: PersonId
  /** Sealed; with it the hand-over goes at once, and is checked by then. */
  urgent: { readonly reason: Buffer; readonly checkBy: Instant } | undefined
}

export async function saveHandover(tx: Tx, { urgent, ...handover }: NewHandover): Promise<void> {
  await tx
    .insertInto('concerns.handover')
    .values({
      id: newId<'handover'>(),
      ...handover,
      urgent: urgent !== undefined,
      urgentReason: urgent?.reason ?? null,
      checkBy: urgent?.checkBy ?? null,
      state: urgent ? 'sent-unchecked' : 'waiting',
    })
    .execute()
}

/** A new decision takes the place of one whose hand-over nobody had confirmed. */
export async function supersedeWaiting(tx: Tx, concernId: string): Promise<void> {
  await tx
    .updateTable('concerns.handover')
    .set((eb) => ({ state: 'superseded', version: eb('version', '+', 1) }))
    .where('concernId', '=', concernId)
    .where('state', '=', 'waiting')
    .execute()
}

type NewCheck = {
  id: string
  version: number
  state: HandoverState
  by: PersonId
  note: Buffer
  now: Instant
}

/** Signs a hand-over as its second officer. False when it was checked or replaced meanwhile. */
export async function saveCheck(tx: Tx, { id, version, state, by, note, now }: NewCheck): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('concerns.handover')
    .set({ state, version: version + 1, checkedBy: by, checkedAt: now, checkNote: note })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', ['waiting', 'sent-unchecked'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
