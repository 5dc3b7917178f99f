import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, type TestApp, testApp } from '../../../../test/app.ts'
import { raised } from '../../../../test/desk.ts'
import { openVault } from '../../../../test/desk-vault.ts'
import { setRecordKind } from '../../../../test/given-vault.ts'
import type { Role } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'

let app: TestApp
let officer: Colleague
let concern: Awaited<ReturnType<typeof raised>>
beforeAll(async () => {
  app = await testApp()
  await setRecordKind(app)
  ;({ officer } = await openVault(app))
  concern = await raised(app)
  await app.doors.vault.as(officer.person, (tx) =>
    tx.updateTable('concerns.concern').set({ assignedTo: officer.person.id }).execute(),
  )
})

const OF_CONCERN = [
  '',
  '/note',
  '/reply',
  '/decide',
  '/check',
  '/told',
  '/withdraw',
  '/close',
  '/reopen',
  '/receipt',
]
const POSTS = [...OF_CONCERN.slice(1, 9), '/assign', '/acknowledge']
const OTHERS = [
  '',
  '/new',
  '/search',
  '/vault',
  '/vault/passphrase',
  '/vault/change',
  '/vault/forgotten',
  '/vault/rotate',
]
const VAULT_POSTS = ['open', 'lock', 'review', 'passphrase', 'change', 'forgotten', 'rotate']

const STRANGERS: Role[][] = [
  ['engagement-officer'],
  ['content-editor'],
  ['programme-officer'],
  ['commissioning-officer'],
  ['facilitator'],
  ['provider'],
  ['administrator'],
  ['manager'],
  ['data-protection-officer'],
]

describe('who finds the officers’ pages', () => {
  it.each(STRANGERS)('the %s finds none: a concern and nothing give the same bytes', async (role) => {
    const stranger = await app.as(role)
    for (const page of OF_CONCERN) {
      const there = await stranger.get(`${concern.path}${page}`)
      const nothing = await stranger.get(`/staff/concerns/${newId()}${page}`)
      expect([page, there.statusCode]).toEqual([page, 404])
      expect(there.body).toBe(nothing.body)
      expect(there.body).not.toContain(concern.ref)
    }
    for (const page of OTHERS)
      expect([page, (await stranger.get(`/staff/concerns${page}`)).statusCode]).toEqual([page, 404])
    for (const page of POSTS) {
      const there = await stranger.post(`${concern.path}${page}`, { version: 1, reason: 'x', once: 'x' })
      expect([page, there.statusCode]).toEqual([page, 404])
    }
    for (const page of [
      'search',
      'new',
      ...VAULT_POSTS.map((one) => `vault/${one}`),
      `vault/access/${officer.person.id}`,
    ])
      expect([page, (await stranger.post(`/staff/concerns/${page}`, {})).statusCode]).toEqual([page, 404])
  })

  it('the public is asked to sign in, whatever the address, and no concern stands in the next address', async () => {
    for (const path of [concern.path, `/staff/concerns/${newId()}`, '/staff/concerns']) {
      const asked = await app.visitor().get(path)
      expect([path, asked.statusCode]).toEqual([path, 303])
      expect(asked.headers.location).toBe(`/sign-in?next=${encodeURIComponent('/staff/concerns')}`)
    }
  })

  it.each([
    ['manager', '/clocks', 200],
    ['safeguarding-lead', '/clocks', 200],
    ['safeguarding-officer', '/clocks', 404],
    ['data-protection-officer', '/clocks', 404],
    ['data-protection-officer', '/log', 200],
    ['safeguarding-officer', '/log', 404],
    ['manager', '/log', 404],
    ['administrator', '/log', 404],
  ] as const)('the %s gets %s: %i', async (role, page, status) => {
    expect((await (await app.as(role)).get(`/staff/concerns${page}`)).statusCode).toBe(status)
  })
})

const TABLES = [
  'concern',
  'withdrawal',
  'message',
  'note',
  'decision',
  'handover',
  'told',
  'vault_generation',
  'officer_key',
  'vault_grant',
  'vault_session',
  'unlock_attempt',
]

describe('who reaches the vault’s rows, as roles of the database', () => {
  it.each(['public', 'partner', 'staff', 'jobs', 'vault_jobs'] as const)(
    '%s reads and writes none',
    async (door) => {
      for (const table of TABLES)
        for (const verb of [`select * from`, `delete from`, `insert into`, `update`]) {
          const sql =
            verb === 'insert into'
              ? `insert into concerns.${table} default values`
              : verb === 'update'
                ? `update concerns.${table} set person_id = null`
                : `${verb} concerns.${table}`
          await expect(tryAs(door, sql), `${door}: ${sql}`).rejects.toThrow(
            /permission denied|does not exist/,
          )
        }
    },
  )

  it.each([
    ['nobody', []],
    ['a manager', ['manager']],
    ['an engagement officer', ['engagement-officer']],
  ] as [string, Role[]][])('the vault’s own role reads no row for %s', async (_who, roles) => {
    const { person } = await app.as(...roles)
    for (const table of TABLES) expect([table, await countAs(person.id, table)]).toEqual([table, 0])
  })

  it('an officer reads them, until stepping back from that concern', async () => {
    const { person } = await app.as('safeguarding-officer')
    await fillEveryTable()
    const before = Object.fromEntries(
      await Promise.all(TABLES.map(async (table) => [table, await countAs(person.id, table)])),
    )
    expect(before).toMatchObject({ concern: 1, message: 1, note: 1, decision: 1, handover: 1, told: 1 })
    await app.database.sql(
      'insert into concerns.withdrawal (concern_id, person_id, reason, at) values ($1, $2, $3, now())',
      [concern.id, person.id, SEALED],
    )
    for (const table of ['concern', 'message', 'note', 'decision', 'handover', 'told'])
      expect([table, await countAs(person.id, table)]).toEqual([table, 0])
    expect(await countAs(officer.person.id, 'concern')).toBe(1)
  })

  it('an officer deletes nothing, and changes no column but the few that are theirs to change', async () => {
    for (const table of TABLES.filter((name) => name !== 'vault_session'))
      await expect(tryAs('vault', `delete from concerns.${table}`, officer.person.id)).rejects.toThrow(
        /permission denied/,
      )
    for (const set of [
      'concern set body = body',
      'concern set received_at = now()',
      'concern set acknowledge_by = now()',
      'decision set reason = reason',
      'note set body = body',
      'message set body = body',
      'told set state = state',
      'handover set decided_by = checked_by',
      'vault_grant set until = now()',
      'vault_generation set recovery = recipient',
      'withdrawal set reason = reason',
    ])
      await expect(tryAs('vault', `update concerns.${set}`, officer.person.id), set).rejects.toThrow(
        /permission denied/,
      )
  })

  it('nobody signs with another’s name', async () => {
    const other = (await app.as('safeguarding-officer')).person.id
    for (const sql of [
      `insert into concerns.message (id, concern_id, direction, body, sent_by, sent_at) values ('${newId()}', '${concern.id}', 'to-resident', '${HEX}', '${other}', now())`,
      `insert into concerns.message (id, concern_id, direction, body, sent_at) values ('${newId()}', '${concern.id}', 'from-resident', '${HEX}', now())`,
      `insert into concerns.officer_key (person_id, recipient, wrapped, set_at) values ('${other}', 'age1x', '${HEX}', now())`,
      `insert into concerns.vault_session (session_hash, person_id, sealed, opened_at, last_used_at) values ('${HEX}', '${other}', '${HEX}', now(), now())`,
    ])
      await expect(tryAs('vault', sql, officer.person.id)).rejects.toThrow(/row-level security/)
    await expect(
      tryAs(
        'vault',
        `insert into concerns.note (id, concern_id, body, written_by, written_at) values ('${newId()}', '${concern.id}', '${HEX}', '${other}', now())`,
        officer.person.id,
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('refuses clear text, whoever writes it', async () => {
    const clear = `insert into concerns.note (id, concern_id, body, written_at) values ('${newId()}', '${concern.id}', 'clear words', now())`
    await expect(tryAs('vault', clear, officer.person.id)).rejects.toThrow(/is_sealed/)
  })

  it('the log is read by the data protection officer, and by an officer for a concern that they see', async () => {
    await officer.get(concern.path)
    const dpo = (await app.as('data-protection-officer')).person.id
    const manager = (await app.as('manager')).person.id
    const count = async (id: string) =>
      Number((await rowsAs('vault', 'select count(*) as n from vault_audit.entry', id))[0]?.n)
    expect(await count(dpo)).toBeGreaterThan(3)
    expect(await count(manager)).toBe(0)
    expect(await count(officer.person.id)).toBeGreaterThan(0)
    expect(await count(officer.person.id)).toBeLessThan(await count(dpo))
  })
})

const SEALED = Buffer.from('age-encryption.org/v1\nx')
const HEX = `\\x${SEALED.toString('hex')}`

async function rowsAs(
  door: keyof TestApp['doors'],
  sql: string,
  actor = '',
): Promise<Record<string, unknown>[]> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: app.database.doors[door] })
  await client.connect()
  try {
    await client.query(`begin; select set_config('kith.actor_id', '${actor}', true)`)
    return (await client.query(sql)).rows
  } finally {
    await client.query('rollback')
    await client.end()
  }
}
const tryAs = rowsAs
const countAs = async (actor: string, table: string) =>
  Number((await rowsAs('vault', `select count(*) as n from concerns.${table}`, actor))[0]?.n)

/** A row of each kind on the concern, written behind the door. */
async function fillEveryTable(): Promise<void> {
  const { id } = officer.person
  const decision = newId()
  const sql = app.database.sql
  await sql(
    `insert into concerns.message (id, concern_id, direction, body, sent_by, sent_at) values ($1, $2, 'to-resident', $3, $4, now())`,
    [newId(), concern.id, SEALED, id],
  )
  await sql(
    'insert into concerns.note (id, concern_id, body, written_by, written_at) values ($1, $2, $3, $4, now())',
    [newId(), concern.id, SEALED, id],
  )
  await sql(
    `insert into concerns.decision (id, concern_id, routes, reason, decided_by, decided_at) values ($1, $2, '{police}', $3, $4, now())`,
    [decision, concern.id, SEALED, id],
  )
  await sql(
    'insert into concerns.handover (id, concern_id, decision_id, decided_by) values ($1, $2, $3, $4)',
    [newId(), concern.id, decision, id],
  )
  await sql(
    `insert into concerns.told (id, concern_id, state, reason, by, at) values ($1, $2, 'not-yet', $3, $4, now())`,
    [newId(), concern.id, SEALED, id],
  )
}
