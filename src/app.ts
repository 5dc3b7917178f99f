import type { FastifyInstance } from 'fastify'
import { brand } from './brand.ts'
import { chromeFor } from './chrome.ts'
import { respond } from './error-pages.tsx'
import { PUBLIC } from './kernel/actor.ts'
import type { Clock } from './kernel/clock.ts'
import { concerns } from './modules/concerns/index.ts'
import { identity, signIn } from './modules/identity/index.ts'
import { site, siteNavigation, siteRevision } from './modules/site/index.ts'
import type { Database } from './platform/db/index.ts'
import { type Authority, buildServer, createPageCache } from './platform/http/index.ts'
import type { Log } from './platform/log.ts'
import { STAFF_LINKS } from './staff-links.ts'
import { renderPage, SUPPORTED_SCRIPT_HASH } from './ui/index.ts'

export type AppOptions = {
  readonly authority: Authority
  /** The closed half's door. Handed to concerns, and to nobody else. */
  readonly vault: Database
  readonly clock: Clock
  readonly log: Log
  /** Whether the public reaches us over https. */
  readonly secure: boolean
  readonly logRequests: boolean
}

/** The composition root: the only file that imports every module. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { authority, vault, clock, log, secure } = options
  const deps = { clock, log, secure }
  const authorityFor = () => authority
  const pages = createPageCache({
    clock,
    authorityFor,
    revisionOf: ({ databases }) => databases.public.as(PUBLIC, siteRevision),
  })
  const app = await buildServer({
    log,
    logRequests: options.logRequests,
    secure,
    inlineScript: SUPPORTED_SCRIPT_HASH,
    authorityFor,
    answerFirst: pages.answerFirst,
    render: (req, content) => renderPage(chromeFor(req, siteNavigation), content),
    respond,
    signIn: signIn(deps),
  })
  await app.register(brand)
  await app.register(identity({ ...deps, staffLinks: STAFF_LINKS }))
  await app.register(concerns({ ...deps, vaultOf: () => vault }))
  await app.register(site({ ...deps, pages }))
  return app
}
