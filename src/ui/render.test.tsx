import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readForm } from '../kernel/form.ts'
import {
  type Chrome,
  PublicPage,
  RadiosField,
  renderPage,
  StaffPage,
  SUPPORTED_SCRIPT_HASH,
  TextField,
} from './index.ts'

const chrome: Chrome = {
  authority: { name: 'Anywhere Council', shortName: 'Anywhere', brandColour: '#1d4f91' },
  lang: 'en',
  dir: 'ltr',
  demonstration: false,
  assets: { css: '/assets/kith.css', js: '/assets/kith.js' },
  navigation: [{ href: '/one', text: 'One' }],
  path: '/one',
}

const Question = z.object({
  name: z.string().min(1, 'Enter a name'),
  colour: z.enum(['red'], 'Select a colour'),
})
const wrong = readForm(Question, { name: '', colour: 'blue' })

describe('a page', () => {
  it('is a whole document with the reader’s language and direction', () => {
    const html = renderPage({ ...chrome, lang: 'ar', dir: 'rtl' }, <PublicPage title="Page" />)
    expect(html).toMatch(/^<!DOCTYPE html><html lang="ar" dir="rtl"/)
    expect(html).toContain('<title>Page – Safer communities – Anywhere Council</title>')
  })

  it('marks its surroundings’ English words as English on a page in another language, and only there', () => {
    const page = <PublicPage title="Page" exitThisPage lastUpdated="1 May 2026" back="/" />
    const arabic = renderPage({ ...chrome, lang: 'ar', dir: 'rtl', demonstration: true }, page)
    for (const words of ['Skip to main content', 'Back', 'Last updated: 1 May 2026', 'Exit this page'])
      expect(arabic).toMatch(new RegExp(`<[^>]* lang="en"[^>]*>${words}`))
    expect(arabic).toMatch(/<div class="kith-footer__columns" lang="en">/)
    expect(renderPage(chrome, page).match(/ lang="/g)).toHaveLength(1)
  })

  it('holds one inline script, the one whose hash the security policy names, and no inline style', () => {
    const html = renderPage(chrome, <PublicPage title="Page" exitThisPage />)
    const inline = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code ?? '')
    expect(inline.map((code) => `sha256-${createHash('sha256').update(code).digest('base64')}`)).toEqual([
      SUPPORTED_SCRIPT_HASH,
    ])
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  })

  it('says that it is a demonstration, and hides from search engines', () => {
    const html = renderPage({ ...chrome, demonstration: true }, <PublicPage title="Page" />)
    expect(html).toContain('This is a demonstration, not a council service. In an emergency call 999.')
    expect(html).toContain('<meta name="robots" content="noindex"')
    expect(renderPage(chrome, <PublicPage title="Page" />)).not.toMatch(/demonstration|noindex/)
  })

  it('links complaints, the ICO and the Standards and Compliance Unit', () => {
    const html = renderPage(chrome, <PublicPage title="Page" bare />)
    for (const href of ['/contact', 'https://ico.org.uk/make-a-complaint/', '/what-we-hold', '/privacy'])
      expect(html).toContain(`href="${href}"`)
    expect(html).toContain('make-a-complaint-about-prevent')
  })

  it('puts the error first in its title and links each error to a field that is there', () => {
    const html = renderPage(
      chrome,
      <PublicPage title="Page" form={wrong}>
        <TextField field={wrong.fields.name} label="Name" />
        <RadiosField field={wrong.fields.colour} legend="Colour" items={{ red: 'Red', green: 'Green' }} />
      </PublicPage>,
    )
    expect(html).toContain('<title>Error: Page')
    const targets = [...html.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toEqual(['name', 'colour'])
    for (const id of targets) expect(html).toMatch(new RegExp(`<input[^>]* id="${id}"`))
  })

  it('lets an officer sign out with a form', () => {
    const html = renderPage(
      { ...chrome, user: { name: 'Sam', roleLabel: 'Manager' } },
      <StaffPage title="Page" />,
    )
    expect(html).toMatch(/<form method="post" action="\/staff\/sign-out">/)
  })
})
