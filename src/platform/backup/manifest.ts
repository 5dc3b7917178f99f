import { z } from 'zod'

/** The shape of the archive itself; a change that older versions cannot read counts up. */
export const FORMAT = 1

/** First in the archive: what it takes to make room for the rest. */
export const About = z.object({
  format: z.number(),
  madeAt: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ key: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type About = z.infer<typeof About>

/** Last in the archive: what must be found in it, and again in the database that it is loaded into. */
export const Manifest = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  sequences: z.record(z.string(), z.object({ value: z.number(), called: z.boolean() })),
})
export type Manifest = z.infer<typeof Manifest>
export type TableSum = Manifest['tables'][string]

export const ABOUT = 'about.json'
export const MANIFEST = 'manifest.json'
export const MASTER_KEY = 'master-key'
const TABLES = 'tables/'

/** `tables/site.page/000001`: a table's rows lie in parts, end to end, in the text format of COPY. */
export const partName = (table: string, part: number): string =>
  `${TABLES}${table}/${String(part).padStart(6, '0')}`

/** The table that a file of the archive belongs to; undefined when it is another file. */
export const tableOf = (name: string): string | undefined =>
  name.startsWith(TABLES) ? name.slice(TABLES.length).split('/')[0] : undefined
