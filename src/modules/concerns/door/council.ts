import type { Authority } from '../../../platform/http/index.ts'
import type { CouncilLine } from './views/Numbers.tsx'

/** The council's own line. It needs no database: it is shown when there is none. */
export function councilOf(authority: Authority): CouncilLine {
  const { shortName, concernPhone, concernHours } = authority.settings()
  return { shortName, phone: concernPhone, hours: concernHours }
}
