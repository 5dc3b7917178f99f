import { describe, expect, it } from 'vitest'
import type { Field } from '../../kernel/form.ts'
import {
  CharacterCountField,
  CheckboxesField,
  DateField,
  ErrorSummaryFor,
  PasswordField,
  RadiosField,
  renderPart,
  SelectField,
  TextareaField,
  TextField,
} from '../index.ts'

const field = (name: string, values: string | string[] = '', error?: string): Field => {
  const all = [values].flat()
  return { name, value: all[0] ?? '', values: all, ...(error === undefined ? {} : { error }) }
}
const inputsOf = (html: string) => html.match(/<(?:input|textarea|select|option)[^>]*>/g) ?? []

describe('a field', () => {
  it('shows its answer, its hint and its error, and ties them together', () => {
    const html = renderPart(
      <TextField field={field('name', 'A "quoted" <b>', 'Enter a name')} label="Name" hint="In full" />,
    )
    expect(html).toContain('<label class="govuk-label govuk-label--s" for="name">')
    expect(html).toContain('value="A &quot;quoted&quot; &lt;b>"')
    expect(html).toContain('aria-describedby="name-hint name-error"')
    expect(html).toMatch(/id="name-error" class="govuk-error-message">.*Enter a name/)
  })

  it('keeps an answer that starts with a line break', () => {
    // HTML drops one line break after the tag, so two stand for one.
    expect(renderPart(<TextareaField field={field('text', '\nSecond')} label="Text" />)).toContain(
      '>\n\nSecond</textarea>',
    )
  })

  it('says the limit without script', () => {
    const html = renderPart(<CharacterCountField field={field('text')} label="Text" maxlength={10_000} />)
    expect(html).toContain('You can enter up to 10,000 characters')
    expect(html).toContain('data-maxlength="10000"')
    expect(html).not.toMatch(/<textarea[^>]* maxlength/)
  })

  it('never sends a password back', () => {
    expect(renderPart(<PasswordField field={field('password', 'secret')} label="Password" />)).not.toContain(
      'secret',
    )
  })
})

describe('choices', () => {
  it('tick what was chosen, and give the first the field’s own id', () => {
    const radios = inputsOf(
      renderPart(<RadiosField field={field('c', 'b')} legend="C" items={{ a: 'A', b: 'B' }} />),
    )
    expect(radios.map((input) => [/ id="([^"]+)"/.exec(input)?.[1], / checked/.test(input)])).toEqual([
      ['c', false],
      ['c-2', true],
    ])
    const boxes = inputsOf(
      renderPart(
        <CheckboxesField field={field('d', ['a', 'c'])} legend="D" items={{ a: 'A', b: 'B', c: 'C' }} />,
      ),
    )
    expect(boxes.map((input) => / checked/.test(input))).toEqual([true, false, true])
    const options = inputsOf(
      renderPart(<SelectField field={field('e', 'b')} label="E" items={{ a: 'A', b: 'B' }} />),
    )
    expect(options.filter((option) => / selected/.test(option))).toEqual(['<option value="b" selected>'])
  })
})

describe('a date', () => {
  const boxes = (day: Field, error?: string) => {
    const [month, year] = [field('when-month', '2'), field('when-year', '2026')]
    return renderPart(<DateField day={day} month={month} year={year} error={error} legend="When?" />)
  }

  it('marks the box that is wrong, under an id that the summary can link to', () => {
    const html = boxes(field('when-day', '', 'Date must include a day'))
    expect(inputsOf(html).map((input) => /input--error/.test(input))).toEqual([true, false, false])
    expect(html).toContain('id="when-day"')
    expect(html).toContain('Date must include a day')
  })

  it('marks every box when the whole date is wrong', () => {
    const html = boxes(field('when-day', '31'), 'Date must be a real date')
    expect(inputsOf(html).map((input) => /input--error/.test(input))).toEqual([true, true, true])
  })
})

it('sums errors up with links, and without where no field is to blame', () => {
  const errors = [
    { name: '', message: 'Somebody else changed this' },
    { name: 'name', message: 'Enter a name' },
  ]
  const html = renderPart(<ErrorSummaryFor form={{ errors }} />)
  expect(html).toContain('<li>Somebody else changed this</li><li><a href="#name">Enter a name</a></li>')
  expect(renderPart(<ErrorSummaryFor form={{ errors: [] }} />)).toBe('')
})
