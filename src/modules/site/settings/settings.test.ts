import { describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'

const site = await testApp()
const manager = await site.as('manager')
const details = {
  version: 0,
  name: 'Elsewhere Council',
  shortName: 'Elsewhere',
  concernPhone: '020 7946 0001',
  concernHours: 'Monday to Friday',
  contactPhone: '',
  brandColour: '#003366',
  languages: ['ar', 'so'],
  complaintsUrl: 'https://example.org/complain',
  dataProtectionContact: '',
}
const stored = async () =>
  (
    await site.database.sql<{ settings: Record<string, unknown>; version: number }>(
      'select settings, version from kith.authority',
    )
  )[0]

describe('the council’s details', () => {
  it('are saved with a version and a line in the log, and English stays', async () => {
    expect((await manager.post('/staff/settings', details)).statusCode).toBe(303)
    expect(await stored()).toMatchObject({
      version: 1,
      settings: { name: 'Elsewhere Council', languages: ['en', 'ar', 'so'], brandColour: '#003366' },
    })
    const log = await site.database.sql<{ detail: unknown }>(
      "select detail from audit.entry where action = 'authority.changed'",
    )
    expect(log).toHaveLength(1)
  })

  it('show both sides to a stale tab', async () => {
    const stale = await manager.post('/staff/settings', { ...details, name: 'Mine' })
    expect(stale.statusCode).toBe(422)
    expect(stale.body).toContain('Elsewhere Council')
    expect(stale.body).toContain('value="Mine"')
  })

  it.each([
    ['a colour that white cannot be read on', { brandColour: '#ffee00' }, 'darker colour'],
    ['a colour that is none', { brandColour: 'blue' }, 'Enter a colour'],
    ['no name', { name: ' ' }, 'Enter the council'],
    ['an address without https', { complaintsUrl: 'javascript:alert(1)' }, 'https://'],
    ['a number that is none', { concernPhone: 'call us' }, 'Enter a telephone number'],
  ])('refuse %s', async (_, wrong, message) => {
    const reply = await manager.post('/staff/settings', { ...details, version: 1, ...wrong })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(message)
  })

  it('are not there for an engagement officer, and the database agrees', async () => {
    const other = await site.as('engagement-officer')
    expect((await other.get('/staff/settings')).statusCode).toBe(404)
    const { sql } = await import('kysely')
    const changed = await site.doors.staff.as(other.person, (tx) =>
      sql`update kith.authority set settings = '{}'`.execute(tx),
    )
    expect(Number(changed.numAffectedRows ?? 0)).toBe(0)
  })
})
