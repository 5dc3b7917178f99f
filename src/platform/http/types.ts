import type { VNode } from 'preact'
import type { Person } from '../../kernel/actor.ts'
import type { AuthoritySettings } from '../authority.ts'
import type { Database, Group } from '../db/index.ts'
import type { Sealer } from '../seal.ts'

export type OpenDoor = Extract<Group, 'public' | 'partner' | 'staff'>

/** One council: its own database, behind one door each, its words and its keys. */
export type Authority = {
  /** As last read; a change to it reaches every process within a minute. */
  readonly settings: () => AuthoritySettings
  /** Reads the settings again now; rejects when the database is away. Where there is none, they do not change. */
  readonly refresh?: () => Promise<void>
  /** The doors of the open half. The vault's is handed to concerns alone, by the composition root. */
  readonly databases: Readonly<Record<OpenDoor, Database>>
  /** Seals what travels with a page and comes back. */
  readonly sealer: Sealer
  /** Thirty-two bytes; keys for one purpose each are derived from it. */
  readonly masterKey: Uint8Array
}

/** Who is signed in for this request. `hash` names the session in the database; the token is only in the cookie. */
export type Session = {
  readonly person: Person
  readonly hash: Buffer
}

export type ErrorKind = 'not-found' | 'bad-request' | 'away' | 'fault' | 'too-large' | 'too-busy'

declare module 'fastify' {
  interface FastifyRequest {
    authority: Authority
    /** Null for the public, and for everybody outside the staff pages. */
    session: Session | null
    /** What the page before this one did ("Decision saved"), for the banner. */
    notice: string | null
    /** The person signed in; throws `SignInNeeded` when nobody is. */
    readonly officer: Person
  }
  interface FastifyReply {
    /** Sends a whole page. */
    page(content: VNode, status?: number): FastifyReply
    /** After a post that worked: 303, and a banner on the page it leads to. */
    seeOther(path: string, notice?: string): FastifyReply
  }
}
