import type pg from 'pg'
import { cookieName, newSessionToken } from '../../src/modules/identity/session/domain.ts'

/** Signs a safeguarding officer in, in a browser of ours: the cookie header that goes with every request. */
export async function officerCookie(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(`
    select p.id from identity.person p join identity.role_grant g on g.person_id = p.id
     where p.status = 'active' and g.role = 'safeguarding-officer' and g.approved_at is not null and g.ended_at is null
     order by p.id limit 1`)
  const [officer] = rows
  if (!officer) throw new Error('nobody here is a safeguarding officer')
  const { token, hash } = newSessionToken()
  await admin.query('select identity.begin_session($1, $2, now())', [hash, officer.id])
  return `${cookieName(false)}=${token}`
}
