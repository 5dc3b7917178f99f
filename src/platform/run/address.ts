import { OperatorError } from '../../kernel/errors.ts'
import { loginUrl, OWNER } from '../db/index.ts'

const DEFAULT_DATABASE = 'kith'

/** The database that an administrator's address names: its path, or `kith` when it names none of ours. */
export function databaseOf(adminUrl: string): string {
  const path = /^postgres(?:ql)?:\/\/[^/?]*\/([^?]*)/.exec(adminUrl)?.[1] ?? ''
  const name = decodeURIComponent(path)
  return name === '' || name === 'postgres' ? DEFAULT_DATABASE : name
}

/** The same login on another database of the server. */
export const onDatabase = (adminUrl: string, database: string): string =>
  adminUrl.replace(
    /^(postgres(?:ql)?:\/\/[^/?]*)(?:\/[^?]*)?/,
    (_all, server: string) => `${server}/${encodeURIComponent(database)}`,
  )

/** The address of the superuser on an embedded server's Unix socket. */
export const socketUrl = (socketDir: string, user: string, password: string, database: string): string =>
  loginUrl(`postgres://@/x?host=${encodeURIComponent(socketDir)}`, database, user, password)

/**
 * The administrator's address, acting as the owner of the tables: for commands that keep the vault. The owner is no
 * superuser, so what a command may touch is what its policies say.
 */
export const ownerUrl = (adminUrl: string): string =>
  `${adminUrl}${adminUrl.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c role=${OWNER}`)}`

/** What it means, in words for whoever runs Kith, that Kith cannot listen. */
export function explainListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const why = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `This account may not listen on port ${port}. Choose a port from 1024 on: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`,
    ENOTFOUND: `HOST is ${host}, which is no address. Set it to one that this machine has, such as 127.0.0.1.`,
  }[String(code)]
  return why ? new OperatorError(why) : error
}
