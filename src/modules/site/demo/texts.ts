import { readFileSync } from 'node:fs'

const read = (name: string): string => readFileSync(new URL(`./${name}.md`, import.meta.url), 'utf8')

export type DemoText = { readonly title: string; readonly summary: string; readonly body: string }

/** The first two lines of the first file name a page; the files after it go on where it ends. */
export function demoText(...names: readonly [string, ...string[]]): DemoText {
  const [head = '', ...rest] = names.map(read)
  const [title = '', summary = '', ...body] = head.split('\n')
  const text = [body.join('\n').trim(), ...rest.map((part) => part.trim())].join('\n\n')
  return { title: title.replace(/^title: /, ''), summary: summary.replace(/^summary: /, ''), body: text }
}
