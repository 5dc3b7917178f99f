import type { Instant } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { proofsOf } from '../crypto/proof.ts'
import { addNote, assign } from '../desk/concern/act.ts'
import { readFile } from '../desk/concern/read.ts'
import { close } from '../desk/concern/settle.ts'
import { decideConcern } from '../desk/decision/decide.ts'
import { recordConcern } from '../desk/record/record.ts'
import type { Officer } from '../desk/vault/desk-routes.ts'
import { answerSamples, type DemoReceipt, sendSamples } from './residents.ts'
import { type DemoOfficer, openDemoVault } from './vault.ts'
import { RECORDED } from './words.ts'

type Deps = { readonly vault: Database; readonly authority: Authority }

/**
 * Concerns in several states, made by the same steps as everybody's: some came through the front door and wait, some
 * an officer wrote down and worked on. The door must be open. Returns receipts for a newcomer to try. Throws when a
 * step is refused.
 */
export async function seedDemoConcerns(
  deps: Deps,
  officer: DemoOfficer,
  now: Instant,
): Promise<DemoReceipt[]> {
  const parcels = await sendSamples(deps.authority, now)
  const vault = await openDemoVault(deps.vault, officer, proofsOf(deps.authority), now)
  const opened = { person: officer.person, vault, now }
  const receipts = await answerSamples(deps.authority, deps.vault, opened, parcels)
  for (const sample of RECORDED) {
    const at = now.subtract({ hours: sample.hoursAgo })
    await work(deps.vault, { person: officer.person, vault, now: at }, sample)
  }
  return receipts
}

async function work(
  vaultDb: Database,
  officer: Officer,
  { channel, content, dangerNow, note, decision, closed }: (typeof RECORDED)[number],
): Promise<void> {
  const id = newId()
  const { person, now } = officer
  const later = { ...officer, now: now.add({ minutes: 50 }) }
  const inOneStep = <T>(act: Parameters<typeof vaultDb.as<T>>[1]) => vaultDb.as(person, act)
  await inOneStep((tx) =>
    recordConcern(tx, officer, { id, channel, dangerNow, content, receivedAt: now, receipt: undefined }),
  )
  await inOneStep(async (tx) => {
    const { concern } = await readFile(tx, later, id)
    await done(assign(tx, later, concern, { person: person.id, version: concern.version }))
    if (note) await addNote(tx, later, concern, { id: newId(), text: note })
  })
  if (!decision) return
  await inOneStep(async (tx) => {
    const file = await readFile(tx, later, id)
    const input = { ...decision, id: newId(), version: file.concern.version, urgent: false }
    await done(decideConcern(tx, later, file, input))
  })
  if (!closed) return
  await inOneStep(async (tx) => {
    const { concern } = await readFile(tx, later, id)
    await done(close(tx, later, concern, { id: newId(), version: concern.version, reason: closed }))
  })
}

async function done(result: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await result).ok) throw new Error('a step of the demonstration was refused')
}
