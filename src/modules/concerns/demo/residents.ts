import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Authority } from '../../../platform/http/index.ts'
import { formatDigits, formatWords, newReceipt, type Receipt } from '../crypto/receipt.ts'
import { assign, reply } from '../desk/concern/act.ts'
import { readFile } from '../desk/concern/read.ts'
import { listQueue } from '../desk/queue/store.ts'
import type { Officer } from '../desk/vault/desk-routes.ts'
import { sendMessage } from '../door/message.ts'
import { send } from '../door/send.ts'
import { SENT, type Sent } from './words.ts'

type Parcel = { readonly sample: Sent; readonly receipt: Receipt; readonly at: Instant }

/** A receipt for a newcomer to try. */
export type DemoReceipt = {
  readonly concern: string
  readonly words: string
  readonly digits: string
  readonly shows: string
}

/** Sends what residents wrote through the front door, which must be open, each with a receipt as everybody gets one. */
export async function sendSamples(authority: Authority, now: Instant): Promise<Parcel[]> {
  const parcels = SENT.map((sample) => ({
    sample,
    receipt: newReceipt(),
    at: now.subtract({ hours: sample.hoursAgo }),
  }))
  for (const { sample, receipt, at } of parcels) {
    const { content, dangerNow } = sample
    const id = newId()
    const outcome = await send(
      authority,
      { id, fingerprint: Buffer.from(id), content, dangerNow, receipt },
      at,
    )
    if (outcome !== 'sent') throw new Error(`a demonstration concern was not taken in: ${outcome}`)
  }
  return parcels
}

/** Answers those that have an answer, and tells the receipts that a newcomer may try. */
export async function answerSamples(
  authority: Authority,
  vaultDb: Database,
  officer: Officer,
  parcels: readonly Parcel[],
): Promise<DemoReceipt[]> {
  const receipts: DemoReceipt[] = []
  for (const { sample, receipt, at } of parcels) {
    if (!sample.shows) continue
    const { id, ref } = await findSent(vaultDb, officer, sample)
    if (sample.answer) {
      await answer(vaultDb, { ...officer, now: at.add({ hours: 4 }) }, id, sample.answer)
      const more = { receipt, id: newId(), text: sample.more ?? '' }
      if (more.text && (await sendMessage(authority, more, at.add({ hours: 28 }))) !== 'sent')
        throw new Error('a message of the demonstration was refused')
    }
    const [words, digits] = [formatWords(receipt), formatDigits(receipt)]
    receipts.push({ concern: ref, words, digits, shows: sample.shows })
  }
  return receipts
}

/** The front door tells nobody what it stored, so the officer looks for it. Throws when it is not there. */
async function findSent(vaultDb: Database, officer: Officer, { content }: Sent) {
  const { person, now } = officer
  const all = { show: 'open', sort: 'newest', after: undefined } as const
  return vaultDb.as(person, async (tx) => {
    for (const { id, ref } of await listQueue(tx, all, person.id, now)) {
      const file = await readFile(tx, officer, id)
      if (isDeepStrictEqual(file.content, content)) return { id, ref }
    }
    throw new Error('a concern of the demonstration is not in the queue')
  })
}

async function answer(vaultDb: Database, officer: Officer, id: string, text: string): Promise<void> {
  const { person } = officer
  await vaultDb.as(person, async (tx) => {
    const { concern } = await readFile(tx, officer, id)
    const given = await assign(tx, officer, concern, { person: person.id, version: concern.version })
    const replied = await reply(tx, officer, concern, { id: newId(), text })
    if (!given.ok || !replied.ok) throw new Error('an answer of the demonstration was refused')
  })
}
