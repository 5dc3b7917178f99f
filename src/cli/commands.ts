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
  {
    name: 'demo',
    takes: '',
    summary: 'fill a new data folder with a demonstration',
    help: `Makes an invented council with pages, ratings, a vault and concerns, and an account for every role, with random
passwords, in demo-accounts.json of the data folder; demo-receipts.json has receipts of residents to try. Every page
says that it is a demonstration. Made once; refused where anybody has worked. "kith start --demo" does the same and
starts.
${SETTINGS}`,
    load: () => import('./demo.ts'),
  },
  {
    name: 'person invite',
    takes: 'EMAIL --name NAME [--role ROLE]…',
    summary: 'make an account, such as the first administrator’s',
    help: `Makes an account with its roles, and prints the link by which its owner sets a password and an app.
--role may be given again. A safeguarding role waits until somebody else agrees to it on the page of people.
KITH_PUBLIC_URL is the address in the link. ${SETTINGS}`,
    load: () => import('./person-invite.ts'),
  },
  {
    name: 'vault init',
    takes: '(--recovery age1… | --new-key FILE) [--officer EMAIL]…',
    summary: 'make the vault that concerns are sealed to',
    help: `Makes the council's vault, once. The recovery key opens everything in it and every backup, so it is kept offline,
by two people. --recovery: the public half of a key made elsewhere, with age-keygen. --new-key: have one made here.
--officer: somebody who has set a vault passphrase, and is given access at once.
${SETTINGS}`,
    load: () => import('./vault-init.ts'),
  },
  {
    name: 'vault grant',
    takes: 'EMAIL --by COLLEAGUE [--passphrase-file FILE]',
    summary: 'give an officer access to the vault, by a colleague who has it',
    help: `The same as on the page of the vault. Asks for the colleague's vault passphrase without showing it.
--passphrase-file: its first line is the passphrase; - reads standard input.
${SETTINGS}`,
    load: () => import('./vault-grant.ts'),
  },
  {
    name: 'vault rotate',
    takes: '[--leave-out EMAIL]…',
    summary: 'give the vault a new key, without an officer who left',
    help: `What comes from now on is sealed to a new key, which goes to everybody who has access now but those left out.
What they could read before, they could have copied.
${SETTINGS}`,
    load: () => import('./vault-rotate.ts'),
  },
  {
    name: 'vault recover',
    takes: 'EMAIL --identity RECOVERYKEYFILE',
    summary: 'give an officer access to the vault, by the recovery key',
    help: `For when no colleague can: the first officer of all, or the last one, who forgot the passphrase. The officer first
sets a vault passphrase on the page of the vault. Take the key file away again afterwards.
${SETTINGS}`,
    load: () => import('./vault-recover.ts'),
  },
  {
    name: 'audit verify',
    takes: '[--seal HASH] [--vault-seal HASH]',
    summary: 'find any change to the two logs',
    help: `Reads both logs from the first seal to the last, and names every row that was changed, added or taken away.
Rows of the last minute are reported as not sealed yet. An erasure that the log tells of is no finding.
--seal and --vault-seal: a seal that was seen in public, on /what-we-hold; it must still be there.
${SETTINGS}`,
    load: () => import('./audit-verify.ts'),
  },
  {
    name: 'backup',
    takes: 'FILE [--recipient age1…]',
    summary: 'write everything into one encrypted file',
    help: `Takes one snapshot of every table, with the master key, while Kith runs. The file is encrypted to the recovery
key of the vault: without that key nobody can open it, so keep the two apart. --recipient encrypts it to one more.
It opens with the standard age and tar programs too.
${SETTINGS}`,
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    takes: 'FILE --identity RECOVERYKEYFILE',
    summary: 'put a backup into an empty data folder',
    help: `Checks the whole file, makes the database as it was when the backup was made, loads it in one transaction, and
reads every table back. A data folder or database that holds anything is refused. Kith must not be running there.
${SETTINGS}`,
    load: () => import('./restore.ts'),
  },
]
