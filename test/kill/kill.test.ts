import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withAdmin } from '../../bench/stage/admin.ts'
import { masterKeyOf, pageSealer } from '../../bench/stage/forms.ts'
import { openFrontDoor } from '../../bench/stage/front-door.ts'
import { count } from './count.ts'
import { killAll, plan, type Recoveries } from './kills.ts'
import { KillableKith, VICTIMS } from './kith.ts'
import { Senders } from './senders.ts'
import { shutReceipts, storedNumbers } from './stored.ts'

const KILLS = Number(process.env.KITH_KILLS ?? 50)
const SENDERS = 5

let data: string
let kith: KillableKith
let recovery: string
let senders: Senders

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kith-kill-'))
  kith = await KillableKith.start(data)
  const masterKey = await masterKeyOf(data)
  recovery = (await withAdmin(data, (admin) => openFrontDoor(admin, masterKey))) ?? ''
})
afterAll(async () => {
  await senders?.stop()
  await kith?.stop()
  await rm(data, { recursive: true, force: true })
})

it(`keeps every acknowledged concern, once, through ${KILLS} kills`, async () => {
  const settings = await withAdmin(data, (admin) => admin.query('show fsync'))
  expect(settings.rows).toEqual([{ fsync: 'on' }])
  senders = new Senders(kith.port, await pageSealer(data), SENDERS)
  const recoveries = await killAll(kith, senders, KILLS)
  await senders.stop()

  const found = count(senders.sent, await storedNumbers(data, recovery))
  const shut = await shutReceipts(kith.port, acknowledgedReceipts())
  process.stdout.write(`${report(recoveries, { ...found, shut })}\n`)
  expect({ lost: found.lost, doubled: found.doubled, strange: found.strange, shut }).toEqual({
    ...{ lost: [], doubled: [], strange: [], shut: [] },
  })
  expect(await messages()).toBe(0)
  // something was at stake, and kills were felt
  expect(found.acknowledged).toBeGreaterThan(KILLS)
  expect(senders.answers.none).toBeGreaterThan(0)
  expect(Object.keys(senders.answers).filter((answer) => !['303', '503', 'none'].includes(answer))).toEqual(
    [],
  )
})

it('would have noticed one that is gone, and one that is there twice', async () => {
  const numbers = await storedNumbers(data, recovery)
  const [gone, twice] = senders.sent.filter(({ acknowledged }) => acknowledged)
  if (!gone || !twice) throw new Error('nothing was acknowledged')
  const idOf = '(select id from concerns.concern order by id offset $1 limit 1)'
  const copied = 'channel, body, generation, received_at, acknowledge_by'
  await withAdmin(data, async (admin) => {
    await admin.query(
      `insert into concerns.concern (id, ref, ${copied})
         select 'ffffffff-ffff-4fff-bfff-ffffffffffff', 'twice', ${copied} from concerns.concern where id = ${idOf}`,
      [numbers.indexOf(twice.number)],
    )
    await admin.query(`delete from concerns.concern where ref <> 'twice' and id = ${idOf}`, [
      numbers.indexOf(gone.number),
    ])
  })
  const found = count(senders.sent, await storedNumbers(data, recovery))
  expect([found.lost, found.doubled]).toEqual([[gone.number], [twice.number]])
  expect(await shutReceipts(kith.port, acknowledgedReceipts())).toEqual([gone.receipt])
})

const acknowledgedReceipts = (): string[] =>
  senders.sent.filter(({ acknowledged }) => acknowledged).map(({ receipt }) => receipt)

/** Answers that were changed after sending come as a message: nobody here changed any. */
const messages = (): Promise<number> =>
  withAdmin(data, async (admin) => {
    const { rows } = await admin.query<{ n: number }>('select count(*)::integer as n from concerns.message')
    return rows[0]?.n ?? -1
  })

function report(recoveries: Recoveries, found: Record<string, unknown>): string {
  const kills = VICTIMS.map((victim) => {
    const times = (recoveries.get(victim) ?? []).map((ms) => (ms / 1000).toFixed(1))
    const all = plan(KILLS).filter((one) => one === victim).length
    return `${all} kills of ${victim}: concerns were acknowledged again after ${times.join(', ')} s`
  })
  const answers = Object.entries(senders.answers).map(([answer, times]) => `${answer}: ${times}`)
  const counts = Object.entries(found).map(
    ([name, value]) => `${name} ${Array.isArray(value) ? value.length : value}`,
  )
  return [...kills, `answers: ${answers.join(', ')}`, counts.join(', ')].join('\n')
}
