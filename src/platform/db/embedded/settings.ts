import type { Binaries } from './binaries.ts'

export const PORT = 5432

export type Wanted = { fsync: boolean; settings: Record<string, string> }

/** The text of kith.conf. */
export function settingsFile(binaries: Binaries, socketDir: string, { fsync, settings }: Wanted): string {
  const all: Record<string, string> = {
    listen_addresses: '',
    port: String(PORT),
    // Double quotes, because PostgreSQL reads a list here and a folder's name may hold a comma.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: fsync ? 'on' : 'off',
    ...SILENCE,
    ...settings,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${quoted(value)}'`)
  return [`# Written by Kith for PostgreSQL ${binaries.version} (${binaries.postgres}).`, ...lines, ''].join(
    '\n',
  )
}

// What residents write reaches PostgreSQL as values, and its error messages, details and statements repeat values.
// So the log gets no errors of statements at all (Kith sees them as the client), and never a detail.
const SILENCE = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_checkpoints: 'off',
}

const quoted = (value: string) => value.replaceAll('\\', '\\\\').replaceAll("'", "''")
