import type { Role } from '../src/kernel/actor.ts'
import type { Colleague, TestApp } from './app.ts'

/** What tests do on a person's page, each with the version of the account as it is now. */
export function onPeoplePages(test: () => TestApp) {
  const page = (id: string) => `/staff/people/${id}`
  const version = async (id: string): Promise<string> => {
    const sql = 'select version from identity.person where id = $1'
    const [row] = await test().database.sql<{ version: number }>(sql, [id])
    return String(row?.version)
  }
  /** The identifier of an open grant, agreed or proposed. */
  const grantOf = async (id: string, role: Role): Promise<string> => {
    const sql = 'select id from identity.role_grant where person_id = $1 and role = $2 and ended_at is null'
    const [row] = await test().database.sql<{ id: string }>(sql, [id, role])
    return row?.id ?? ''
  }
  const act = async (who: Colleague, id: string, what: string) =>
    who.post(`${page(id)}/${what}`, { version: await version(id) })
  const propose = async (who: Colleague, id: string, role: Role) =>
    who.post(`${page(id)}/roles`, { role, version: await version(id) })
  return { page, version, grantOf, act, propose }
}
