import type { LoadGenerator } from '../load/index.ts'
import { withAdmin } from '../stage/admin.ts'
import { officerCookie } from '../stage/session.ts'
import { type Stage, sendConcerns } from '../stage/stage.ts'
import type { Line } from '../table.ts'
import { pageAgainstBare, perSecond } from './against-bare.ts'

/** Ten times the Ministry of Justice's comparable page, measured in another run on a like machine. */
const MINISTRY_TIMES_TEN = 1_810
const WAITING = 200
const ROWS = 25

/** The officers' list of concerns: signed in, policies applied, and the visit written into the vault's log. */
export async function queue(stage: Stage, load: LoadGenerator): Promise<Line[]> {
  await sendConcerns(stage, WAITING)
  const cookie = await withAdmin(stage.data, officerCookie)
  const before = await entries(stage)
  const rates = await pageAgainstBare(load, stage, { path: '/staff/concerns', headers: { cookie } })
  const rows = rates.body.split('<tr').length - 2
  if (rows !== ROWS) throw new Error(`the queue shows ${rows} rows, not ${ROWS}`)
  const logged = (await entries(stage)) - before
  if (logged === 0) throw new Error('the queue was read, and the log does not say so')
  const ours = perSecond(rates.ours)
  return [
    {
      ...{
        name: 'Queue of 25, with policy and audit',
        ours,
        ratio: rates.ours / MINISTRY_TIMES_TEN,
        limit: 1,
      },
      against: `${perSecond(MINISTRY_TIMES_TEN)}, ten times the Ministry of Justice’s`,
      note: `181/s is a figure from another run on a like machine, not measured here. ${logged} entries went into the log.`,
    },
    {
      ...{ name: 'The same queue', ours, ratio: rates.ratio, noise: rates.noise, note: rates.note },
      against: `bare node:http ${perSecond(rates.theirs)}`,
    },
  ]
}

const entries = (stage: Stage): Promise<number> =>
  withAdmin(stage.data, async (admin) => {
    const { rows } = await admin.query<{ n: number }>('select count(*)::integer as n from vault_audit.entry')
    return rows[0]?.n ?? 0
  })
