import { expect, it } from 'vitest'
import { testApp } from '../../../../test/app.ts'
import { PUBLIC } from '../../../kernel/actor.ts'
import { unexplained } from './domain.ts'
import { listTables } from './store.ts'

const site = await testApp()
const tables = () => site.doors.public.as(PUBLIC, listTables)

it('explains every table and column of ours, and puts each under a kind of record', async () => {
  expect(unexplained(await tables())).toEqual([])
})

it('notices a field that nobody has explained, and a table of no kind', async () => {
  await site.database.sql(
    'alter table identity.person add column shoe_size integer; create schema extra; create table extra.thing (id uuid, what text)',
  )
  expect(unexplained(await tables())).toEqual([
    'extra.thing has no comment',
    'extra.thing belongs to no kind of record',
    'extra.thing.what has no comment',
    'identity.person.shoe_size has no comment',
  ])
  await site.database.sql('alter table identity.person drop column shoe_size; drop schema extra cascade')
})

it('shows the fields themselves, from the database', async () => {
  await site.database.sql("comment on column site.rating.comment is 'Words only this test could know'")
  const page = await site.visitor().get('/what-we-hold')
  expect(page.body).toContain('Words only this test could know')
  expect(page.body).toContain('comment')
})
