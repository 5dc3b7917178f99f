import type { FastifyRequest } from 'fastify'
import type { Person } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/clock.ts'
import { SignInNeeded } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import type { OpenVault } from '../../crypto/open-vault.ts'
import { proofsOf } from '../../crypto/proof.ts'
import type { Deps } from '../../deps.ts'
import { vaultCookie } from './cookie-routes.ts'
import type { Shut } from './domain.ts'
import { type Peek, peekVault, resumeVault, touchVault, type VaultSession } from './resume.ts'

/** An officer at work, with the vault open. */
export type Officer = { readonly person: Person; readonly vault: OpenVault; readonly now: Instant }

/** A page that needs the open vault met a shut one. The desk's routes answer with the way to open it. */
export class VaultShut extends Error {
  readonly shut: Shut
  constructor(shut: Shut) {
    super(`the vault is shut: ${shut}`)
    this.name = 'VaultShut'
    this.shut = shut
  }
}

/** How the desk's pages reach the vault's door. */
export type Desk = Deps & {
  /** One transaction through the vault's door; the vault need not be open. */
  at<T>(req: FastifyRequest, fn: (tx: Tx, person: Person) => Promise<T>): Promise<T>
  /** The same for statements that need no answer of each other: see `Database.atOnce`. */
  atOnce<T>(req: FastifyRequest, fn: (tx: Tx, person: Person) => Promise<T>): Promise<T>
  /** A transaction with the vault open; throws VaultShut when it is not. */
  open<T>(req: FastifyRequest, fn: (tx: Tx, officer: Officer) => Promise<T>): Promise<T>
  /** The open vault of this request's session within a transaction, or why there is none. */
  resume(req: FastifyRequest, tx: Tx): Promise<OpenVault | { readonly shut: Shut }>
  /** Whether the vault is open for this session, in one statement. No key is opened. */
  peek(req: FastifyRequest, tx: Tx): Promise<Peek>
  /** Writes down that the open vault was used now. */
  touch(req: FastifyRequest, tx: Tx): Promise<void>
}

export function deskOf(deps: Deps): Desk {
  const { clock, secure, vaultOf } = deps
  const sessionOf = (req: FastifyRequest): VaultSession => {
    if (!req.session) throw new SignInNeeded()
    const cookieKey = vaultCookie(req, secure)
    return { hash: req.session.hash, cookieKey, proofs: proofsOf(req.authority) }
  }
  const resume: Desk['resume'] = (req, tx) => resumeVault(tx, sessionOf(req), clock.now())
  return {
    ...deps,
    resume,
    peek: (req, tx) => peekVault(tx, sessionOf(req), clock.now()),
    touch: (req, tx) => touchVault(tx, sessionOf(req), clock.now()),
    at: (req, fn) => vaultOf(req.authority).as(req.officer, (tx) => fn(tx, req.officer)),
    atOnce: (req, fn) => vaultOf(req.authority).atOnce(req.officer, (tx) => fn(tx, req.officer)),
    open: (req, fn) =>
      vaultOf(req.authority).as(req.officer, async (tx) => {
        const vault = await resume(req, tx)
        if ('shut' in vault) throw new VaultShut(vault.shut)
        return fn(tx, { person: req.officer, vault, now: clock.now() })
      }),
  }
}
