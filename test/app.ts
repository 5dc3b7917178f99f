import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll } from 'vitest'
import { createApp } from '../src/app.ts'
import type { Person, Role } from '../src/kernel/actor.ts'
import { system } from '../src/kernel/actor.ts'
import { type Clock, Temporal } from '../src/kernel/clock.ts'
import { newId, type PersonId } from '../src/kernel/ids.ts'
import { cookieName, newSessionToken } from '../src/modules/identity/session/domain.ts'
import { beginSession } from '../src/modules/identity/session/store.ts'
import { AuthoritySettings } from '../src/platform/authority.ts'
import { closeDoors, openDoors } from '../src/platform/db/index.ts'
import type { Authority } from '../src/platform/http/index.ts'
import { createSealer, deriveKey } from '../src/platform/seal.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** Somebody at the door: requests go through the whole app, cookies and all. */
export type Visitor = {
  get(path: string): Promise<LightMyRequestResponse>
  /** Posts a form, urlencoded, as a browser on our own page would. */
  post(path: string, fields?: Fields): Promise<LightMyRequestResponse>
  /** Cookies held now, by name. */
  readonly cookies: Map<string, string>
}
export type Colleague = Visitor & { readonly person: Person }

export type TestClock = Clock & { set(at: string): void; advance(by: Temporal.DurationLike): void }

export type TestApp = {
  readonly app: FastifyInstance
  readonly authority: Authority
  readonly doors: ReturnType<typeof openDoors>
  readonly database: TestDatabase
  readonly clock: TestClock
  visitor(): Visitor
  /** Signs in somebody new with these roles, by a session of their own. */
  as(...roles: Role[]): Promise<Colleague>
  /** Signs somebody in again, in another browser. */
  again(person: Person): Promise<Colleague>
  auditOf(subject: string): Promise<{ action: string; actor: string }[]>
  close(): Promise<void>
}

export function testClock(at = '2026-11-23T10:00:00Z'): TestClock {
  let now = Temporal.Instant.from(at)
  return {
    now: () => now,
    set: (to) => {
      now = Temporal.Instant.from(to)
    },
    advance: (by) => {
      now = now.add(by)
    },
  }
}

/** The whole app over a fresh database of this test file's own; closed after the file's tests. */
export async function testApp(settings: Partial<AuthoritySettings> = {}): Promise<TestApp> {
  const database = await freshDatabase()
  const doors = openDoors(database.doors, 4)
  const clock = testClock()
  const words = AuthoritySettings.parse({
    name: 'Testshire Council',
    shortName: 'Testshire',
    concernPhone: '020 7946 0000',
    ...settings,
  })
  const masterKey = new Uint8Array(32).fill(7)
  const { public: open, partner, staff, vault } = doors
  const authority: Authority = {
    settings: () => words,
    databases: { public: open, partner, staff },
    sealer: createSealer(deriveKey(masterKey, 'pages')),
    masterKey,
  }
  const app = await createApp({ authority, vault, clock, log: testLog, secure: false, logRequests: false })
  await app.ready()
  const signIn = async (person: Person): Promise<Colleague> => {
    const { token, hash } = newSessionToken()
    await staff.as(system('test'), (tx) => beginSession(tx, hash, person.id, clock.now()))
    return { ...visitor(app, new Map([[cookieName(false), token]])), person }
  }
  const close = async () => {
    await app.close()
    await closeDoors(doors)
    await database.drop()
  }
  afterAll(close)
  return {
    app,
    authority,
    doors,
    database,
    clock,
    visitor: () => visitor(app, new Map()),
    as: async (...roles) => signIn(await newPerson(database, roles)),
    again: signIn,
    auditOf: (subject) =>
      database.sql('select action, actor from audit.entry where subject = $1 order by id', [subject]),
    close,
  }
}

/** A fault in a test is shown: it would otherwise be a bare 500. */
const testLog = (line: string, facts?: object): void => {
  process.stderr.write(`${line} ${JSON.stringify(facts ?? {})}\n`)
}

async function newPerson(database: TestDatabase, roles: readonly Role[]): Promise<Person> {
  const id = newId<'person'>() as PersonId
  const name = `Test ${roles.join(' ')} ${id.slice(-4)}`
  await database.sql(`insert into identity.person (id, email, name, status) values ($1, $2, $3, 'active')`, [
    id,
    `${id}@example.org`,
    name,
  ])
  for (const role of roles)
    await database.sql(
      `insert into identity.role_grant (id, person_id, role, approved_by, approved_at) values ($1, $2, $3, $2, now())`,
      [newId(), id, role],
    )
  return { kind: 'person', id, name, roles }
}

function visitor(app: FastifyInstance, cookies: Map<string, string>): Visitor {
  const send = async (method: 'GET' | 'POST', path: string, fields?: Fields) => {
    const reply = await app.inject({
      method,
      url: path,
      headers: {
        host: 'localhost',
        ...(cookies.size ? { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
        ...(fields
          ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
          : {}),
      },
      ...(fields ? { payload: encode(fields) } : {}),
    })
    for (const { name, value, maxAge } of reply.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return reply
  }
  return {
    cookies,
    get: (path) => send('GET', path),
    post: (path, fields = {}) => send('POST', path, fields),
  }
}

function encode(fields: Fields): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
      body.append(name, String(one))
  return body.toString()
}
