import type { AuthoritySettings } from '../authority.ts'
import type { DoorUrls, Group } from '../db/index.ts'

/** What a process that serves requests is told, over a private pipe: its own doors, never the owner's. */
export type Orders<Door extends Group = Group> = {
  readonly doors: Pick<DoorUrls, Door>
  /** Base64. */
  readonly masterKey: string
  readonly logRequests: boolean
}

export type WebDoor = Exclude<Group, 'jobs' | 'vault_jobs'>
export type WebOrders = Orders<WebDoor> & {
  readonly host: string
  readonly port: number
  /** Whether the public reaches us over https. */
  readonly secure: boolean
  /** As last read, in case the database is away when the process starts. */
  readonly settings: AuthoritySettings
}

/** What it answers. `text` is the address it serves, or what to tell the operator. */
export type Answer = { readonly kind: 'ready' | 'refused'; readonly text: string }

export const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' && message !== null && 'kind' in message && 'text' in message
