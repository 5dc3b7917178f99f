import { describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'

const site = await testApp()
const officer = await site.as('data-protection-officer')
const answers = {
  legalBasis: 'Article 6(1)(e)',
  condition: '',
  controller: 'Testshire Council',
  recipients: 'Nobody',
  reviewAfter: '12',
  deleteAfter: '72',
}

describe('what is held, and why', () => {
  it('is set by the data protection officer, shown to everybody, and remembered', async () => {
    expect((await site.visitor().get('/what-we-hold')).body).toContain(
      'Not set yet by the data protection officer',
    )
    const saved = await officer.post('/staff/records/ratings', { ...answers, version: 1 })
    expect(saved.statusCode).toBe(303)
    const page = (await site.visitor().get('/what-we-hold')).body
    expect(page).toContain('Article 6(1)(e)')
    expect(page).toContain('6 years')
    const again = await officer.post('/staff/records/ratings', { ...answers, version: 2, deleteAfter: '18' })
    expect(again.statusCode).toBe(303)
    const history = (await officer.get('/staff/records/ratings')).body
    expect(history).toContain('6 years')
    expect(history).toContain('1 year and 6 months')
    expect(await site.auditOf('ratings')).toMatchObject([
      { action: 'record-kind.set' },
      { action: 'record-kind.set' },
    ])
  })

  it('shows both sides to a stale tab', async () => {
    await officer.post('/staff/records/pages', { ...answers, version: 1, controller: 'Theirs' })
    const stale = await officer.post('/staff/records/pages', { ...answers, version: 1, controller: 'Mine' })
    expect(stale.statusCode).toBe(422)
    expect(stale.body).toContain('Theirs')
    expect(stale.body).toContain('Mine')
    const saved = await officer.post('/staff/records/pages', { ...answers, version: 2, controller: 'Mine' })
    expect(saved.statusCode).toBe(303)
  })

  it.each([
    ['a review after the deletion', { reviewAfter: '73' }],
    ['no number', { deleteAfter: 'seven' }],
    ['a negative number', { deleteAfter: '-1' }],
  ])('refuses %s', async (_, wrong) => {
    expect((await officer.post('/staff/records/log', { ...answers, version: 1, ...wrong })).statusCode).toBe(
      422,
    )
  })

  it('is not there for anybody else', async () => {
    for (const role of ['content-editor', 'administrator', 'manager'] as const) {
      const other = await site.as(role)
      expect((await other.get('/staff/records')).statusCode).toBe(404)
      expect((await other.post('/staff/records/log', { ...answers, version: 1 })).statusCode).toBe(404)
    }
  })
})
