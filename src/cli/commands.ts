/** What a person types after `kith`. Its code is loaded when it is asked for. */
export type Command = {
  /** One or two words: `person invite`. */
  readonly name: string
  /** What may follow the name, as shown in help. */
  readonly takes: string
  readonly summary: string
  readonly help: string
  load(): Promise<{ command: (words: readonly string[]) => Promise<void> }>
}

const SETTINGS = `Settings: KITH_DATA (./data), the folder of the data; DATABASE_URL, a PostgreSQL server of your own.`

export const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    takes: '[--demo]',
    summary: 'run Kith',
    help: `Starts the database, brings it to this version, and serves pages until SIGTERM or Ctrl-C.
--demo fills a new data folder with a demonstration: see "kith help demo".
Settings: PORT (3000), HOST (127.0.0.1), KITH_DATA (./data), DATABASE_URL (none: embedded),
KITH_PUBLIC_URL (the public address, when a proxy stands in front), KITH_LOG (quiet or requests).`,
    load: () => import('./start.ts'),
  },
  {
    name: 'migrate',
    takes: '',
    summary: 'make the database, or bring it to this version',
    help: `Makes the database, its roles and its logins, and applies every migration that is missing.
"kith start" does the same; use this when the processes that serve requests run elsewhere.
${SETTINGS}`,
    load: () => import('./migrate.ts'),
  },
]
