import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CONNECTIONS, type LoadGenerator } from '../load/index.ts'
import { interleave } from '../rounds.ts'
import { withAdmin } from '../stage/admin.ts'
import { SEND_PATH, sealedForm } from '../stage/forms.ts'
import { FORM, requestHead } from '../stage/page.ts'
import { preparePgbench } from '../stage/pgbench.ts'
import { type Stage, sendConcerns, WORRY } from '../stage/stage.ts'
import type { Line } from '../table.ts'
import { perSecond } from './against-bare.ts'

const ROUNDS = 5
const SECONDS = 3
/** More than can be sent in a round. */
const FORMS_A_ROUND = 12_000

/** A concern sent, encrypted and committed, against pgbench inserting as many bytes into the same server. */
export async function concern(stage: Stage, load: LoadGenerator): Promise<Line[]> {
  await sendConcerns(stage, 20)
  const bytes = await rowBytes(stage)
  const pgbench = await preparePgbench(stage.data, stage.folder, bytes)
  const before = await count(stage)
  let sent = 0
  const send = async () => {
    const { done, seconds } = await load.run({ ...(await freshForms(stage)), seconds: SECONDS })
    sent += done
    return done / seconds
  }
  try {
    const rates = await interleave(ROUNDS, send, () => pgbench.run(SECONDS))
    const stored = (await count(stage)) - before
    if (stored !== sent) throw new Error(`${sent} concerns were acknowledged and ${stored} stored`)
    return [
      {
        ...{ name: 'Concern sent, encrypted, committed', ours: perSecond(rates.ours), ratio: rates.ratio },
        against: `pgbench ${perSecond(rates.theirs)}`,
        limit: 1 / 6,
        noise: rates.noise,
        note: `${sent} sent and as many stored; a row has ${bytes} bytes; the aim is ${(1 / 3).toFixed(2)}.`,
      },
    ]
  } finally {
    await pgbench.drop()
  }
}

/** A job that sends forms that nobody has sent yet. */
async function freshForms(stage: Stage) {
  const path = join(stage.folder, 'forms.txt')
  const forms = Array.from({ length: FORMS_A_ROUND }, () => sealedForm(stage.sealer, WORRY).body)
  await writeFile(path, forms.join('\n'))
  const url = new URL(SEND_PATH, stage.url)
  return {
    port: Number(url.port),
    connections: CONNECTIONS,
    head: requestHead('POST', url, { 'content-type': FORM }),
    bodies: { path, from: 0, count: FORMS_A_ROUND },
    status: 303,
  }
}

const rowBytes = (stage: Stage) =>
  one(stage, 'select round(avg(pg_column_size(c.*)))::integer as n from concerns.concern c')
const count = (stage: Stage) => one(stage, 'select count(*)::integer as n from concerns.concern')

const one = (stage: Stage, sql: string): Promise<number> =>
  withAdmin(stage.data, async (admin) => (await admin.query<{ n: number }>(sql)).rows[0]?.n ?? 0)
