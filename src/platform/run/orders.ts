import type { AuthoritySettings } from '../authority.ts'
import type { DoorUrls } from '../db/index.ts'

/** What the process that serves requests is told, over a private pipe: its own doors, never the owner's. */
export type WebOrders = {
  readonly host: string
  readonly port: number
  /** Whether the public reaches us over https. */
  readonly secure: boolean
  readonly logRequests: boolean
  readonly doors: Omit<DoorUrls, 'jobs' | 'vault_jobs'>
  /** Thirty-two bytes, in base64. */
  readonly masterKey: string
  /** As last read, in case the database is away when the process starts. */
  readonly settings: AuthoritySettings
}

/** What the process that works the queues is told. */
export type WorkerOrders = { readonly doors: Pick<DoorUrls, 'jobs' | 'vault_jobs'> }

/** What it answers. `text` is the address it serves, or what to tell the operator. */
export type Answer = { readonly kind: 'ready' | 'refused'; readonly text: string }

export const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' && message !== null && 'kind' in message && 'text' in message
