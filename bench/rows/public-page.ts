import type { LoadGenerator } from '../load/index.ts'
import type { Stage } from '../stage/stage.ts'
import type { Line } from '../table.ts'
import { pageAgainstBare, perSecond } from './against-bare.ts'

/** As browsers ask. */
const HEADERS = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' }

/** The council's page, kept as bytes, against a bare server. */
export async function publicPage(stage: Stage, load: LoadGenerator): Promise<Line[]> {
  const { ours, theirs, ...rates } = await pageAgainstBare(load, stage, { path: '/', headers: HEADERS })
  const against = `bare node:http ${perSecond(theirs)}`
  return [{ name: 'Public page', ours: perSecond(ours), against, ...rates, limit: 0.5 }]
}
