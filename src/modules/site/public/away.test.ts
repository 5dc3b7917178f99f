import { describe, expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'
import { PUBLIC, system } from '../../../kernel/actor.ts'

const site = await testApp()

/** Shuts every door of this database, as when its server stops; opens them again. */
async function shut(yes: boolean): Promise<void> {
  await site.database.sql(`alter database "${site.database.name}" connection limit ${yes ? 0 : -1}`)
  if (yes)
    await site.database.sql(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename <> current_user',
    )
}

describe('while the database is away', () => {
  it('still shows the pages that were read before, says so of others, and recovers', async () => {
    const before = await site.visitor().get('/privacy')
    expect(before.statusCode).toBe(200)
    await shut(true)
    try {
      const during = await site.visitor().get('/privacy')
      expect([during.statusCode, during.body]).toEqual([200, before.body])
      const other = await site.visitor().get('/cookies')
      expect(other.statusCode).toBe(503)
      expect(other.body).toContain('999')
    } finally {
      await shut(false)
    }
    expect((await site.visitor().get('/cookies')).statusCode).toBe(200)
  })
})

describe('the public’s door', () => {
  it('reads what is published now and nothing else, whatever it asks', async () => {
    const editor = await site.as('content-editor')
    await site.doors.staff.as(editor.person, async (tx) => {
      const { insertPage, insertVersion } = await import('../pages/store.ts')
      const at = site.clock.now()
      const pageId = await insertPage(tx, { slug: 'secret', language: 'en', parentId: null })
      if (!pageId) throw new Error('no page')
      const text = {
        title: 'Secret',
        summary: '',
        body: 'x',
        reason: 'x',
        translates: null,
        createdAt: at,
        pageId,
        language: 'en',
      }
      await insertVersion(tx, { ...text, number: 1, status: 'archived', publishAt: at })
      await insertVersion(tx, {
        ...text,
        number: 2,
        status: 'published',
        publishAt: at.add({ hours: 24 * 3650 }),
      })
      await insertVersion(tx, { ...text, number: 3 })
    })
    const read = await site.doors.public.as(PUBLIC, async (tx) => ({
      versions: await tx
        .selectFrom('site.pageVersion')
        .select('title')
        .where('title', '=', 'Secret')
        .execute(),
      pages: await tx.selectFrom('site.page').select('slug').where('slug', '=', 'secret').execute(),
    }))
    expect(read).toEqual({ versions: [], pages: [] })
    const author = site.doors.public.as(PUBLIC, (tx) =>
      tx.selectFrom('site.pageVersion').select('authorId').execute(),
    )
    await expect(author).rejects.toThrow('permission denied')
  })

  it('writes no page, and staff without the role write none either', async () => {
    const { sql } = await import('kysely')
    const write = sql`update site.page_version set title = 'Mine'`
    await expect(site.doors.public.as(PUBLIC, (tx) => write.execute(tx))).rejects.toThrow('permission denied')
    const other = await site.as('manager')
    const changed = await site.doors.staff.as(other.person, (tx) => write.execute(tx))
    expect(Number(changed.numAffectedRows)).toBe(0)
    const none = await site.doors.staff.as(system('test'), (tx) =>
      sql`select 1 from site.page_version`.execute(tx),
    )
    expect(none.rows).toEqual([])
  })

  it('keeps what was published as it was, even for an editor', async () => {
    const { sql } = await import('kysely')
    const editor = await site.as('content-editor')
    const rewrite = (text: string) => site.doors.staff.as(editor.person, (tx) => sql.raw(text).execute(tx))
    await expect(
      rewrite("update site.page_version set body = 'x' where status = 'published'"),
    ).rejects.toThrow('does not change')
    const undo =
      "update site.page_version set status = 'draft', publish_at = null where status = 'published' and publish_at <= now()"
    await expect(rewrite(undo)).rejects.toThrow('begin a new version')
  })
})
