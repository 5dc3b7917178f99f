import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { blank, readForm } from './form.ts'

const Schema = z.object({
  name: z.string('Enter a name').trim().min(1, 'Enter a name').max(5, 'Name must be 5 characters or fewer'),
  routes: z.array(z.enum(['a', 'b'], 'Select from the list')).min(1, 'Select a route'),
  note: z.string().optional(),
})

describe('reading a form', () => {
  it('gives the value, with a lone checkbox as a list', () => {
    const form = readForm(Schema, { name: ' Ada ', routes: 'a' })
    expect(form.ok && form.value).toEqual({ name: 'Ada', routes: ['a'] })
  })

  it('keeps every answer as typed beside its error', () => {
    const form = readForm(Schema, { name: 'Adalbert', routes: ['a', 'b'] })
    expect(form.ok).toBe(false)
    expect(form.fields.name).toMatchObject({ value: 'Adalbert', error: 'Name must be 5 characters or fewer' })
    expect(form.fields.routes.values).toEqual(['a', 'b'])
    expect(form.errors).toEqual([{ name: 'name', message: 'Name must be 5 characters or fewer' }])
  })

  it('asks for what is missing', () => {
    expect(readForm(Schema, undefined).errors).toEqual([
      { name: 'name', message: 'Enter a name' },
      { name: 'routes', message: 'Select a route' },
    ])
  })

  it('treats a text that is not there like one left empty, unless it need not be there', () => {
    const Bare = z.object({
      worry: z.string().trim().min(1, 'Enter what worries you'),
      when: z.string().optional(),
      tags: z.array(z.string()).optional(),
    })
    expect(readForm(Bare, {}).errors).toEqual([{ name: 'worry', message: 'Enter what worries you' }])
    const form = readForm(Bare, { worry: 'x' })
    expect(form.ok && form.value).toEqual({ worry: 'x', tags: [] })
  })

  it('takes a rule’s errors with the same answers', () => {
    const form = readForm(Schema, { name: 'Ada', routes: 'a' }).with({ name: 'Somebody has that name' })
    expect(form.ok).toBe(false)
    expect(form.fields.name).toMatchObject({ value: 'Ada', error: 'Somebody has that name' })
  })

  it('starts blank, or from a record', () => {
    expect(blank(Schema).errors).toEqual([])
    expect(blank(Schema, { name: 'Ada', routes: ['b'] }).fields.routes.values).toEqual(['b'])
  })

  it('never throws, whatever is posted', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (body, name, routes) => {
        readForm(Schema, body)
        const form = readForm(Schema, { name, routes, toString: {} })
        for (const field of Object.values(form.fields))
          for (const value of field.values) expect(value).not.toContain('\0')
      }),
    )
  })
})
