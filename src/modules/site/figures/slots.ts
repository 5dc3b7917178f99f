import { dayWords } from '../../../kernel/moments.ts'
import type { AuthoritySettings } from '../../../platform/authority.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Fill } from '../markdown/SlotText.tsx'
import type { Figure } from './domain.ts'
import type { FigureSource } from './source.ts'
import { quotedFigures } from './store.ts'

const PREFIX = 'figure:'

const words = (text: string | undefined): Fill => ({ kind: 'words', text: text ?? 'not set yet' })
const telephone = (text: string | undefined): Fill => (text ? { kind: 'telephone', text } : words(text))

/** Words of the council's own that a page may name between double braces. */
const SETTING_SLOTS: Readonly<Record<string, (settings: AuthoritySettings) => Fill>> = {
  authority: (s) => words(s.name),
  'short-name': (s) => words(s.shortName),
  'concern-phone': (s) => telephone(s.concernPhone),
  'concern-hours': (s) => words(s.concernHours ?? ''),
  'contact-phone': (s) => telephone(s.contactPhone),
  complaints: (s) =>
    s.complaintsUrl
      ? { kind: 'link', href: s.complaintsUrl, text: `Complain to ${s.name}` }
      : words(`Contact ${s.name} and say that you want to complain.`),
  'data-protection': (s) => words(s.dataProtectionContact),
}

/** Figures that fill the slots of a text. A slot that is missing from the answer is one that nothing fills. */
export async function fillFigures(
  tx: Tx,
  names: readonly string[],
  sources: ReadonlyMap<string, FigureSource>,
): Promise<ReadonlyMap<string, Fill>> {
  const wanted = names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length))
  const figures = await figuresNamed(tx, wanted, sources)
  return new Map(
    [...figures].map(([name, figure]) => [PREFIX + name, { kind: 'figure', figure: shown(figure) }]),
  )
}

/** Figures and the council's own words together: everything that pages draw between braces. */
export function withSettings(
  figures: ReadonlyMap<string, Fill>,
  settings: AuthoritySettings,
): ReadonlyMap<string, Fill> {
  const words = Object.entries(SETTING_SLOTS).map(([name, fill]) => [name, fill(settings)] as const)
  return new Map([...words, ...figures])
}

/** The first slot of a text that nothing fills, in the words of an error; undefined when there is none. */
export async function slotProblem(
  tx: Tx,
  names: readonly string[],
  sources: ReadonlyMap<string, FigureSource>,
): Promise<string | undefined> {
  const figures = names.filter((name) => name.startsWith(PREFIX))
  const stranger = names.find((name) => !name.startsWith(PREFIX) && !Object.hasOwn(SETTING_SLOTS, name))
  if (stranger !== undefined) return `There is nothing called “{{${stranger}}}” to fill in`
  const known = await figuresNamed(
    tx,
    figures.map((name) => name.slice(PREFIX.length)),
    sources,
  )
  const missing = figures.find((name) => !known.has(name.slice(PREFIX.length)))
  return missing && `There is no figure called “${missing.slice(PREFIX.length)}”. Add it under Figures first`
}

async function figuresNamed(
  tx: Tx,
  names: readonly string[],
  sources: ReadonlyMap<string, FigureSource>,
): Promise<ReadonlyMap<string, Figure>> {
  if (names.length === 0) return new Map()
  const found = new Map<string, Figure>(
    (await quotedFigures(tx, names)).map((figure) => [figure.name, figure]),
  )
  for (const name of names) {
    // what is counted now goes before what a document once said
    const source = sources.get(name)
    if (source) found.set(name, await source(tx))
  }
  return found
}

const shown = ({ value, unit, counts, source, date }: Figure) => ({
  value,
  unit,
  counts,
  source: `${source}, ${dayWords(date)}`,
})
