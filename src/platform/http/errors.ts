import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BadRequest, NotFound, SignInNeeded, TooBusy } from '../../kernel/errors.ts'
import { DatabaseAway } from '../db/index.ts'
import { faultLine, type Log } from '../log.ts'
import type { ErrorKind } from './types.ts'

export type ErrorResponder = (kind: ErrorKind, req: FastifyRequest, reply: FastifyReply) => FastifyReply
export type SignInResponder = (
  req: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply | Promise<FastifyReply>

const STATUS: Readonly<Record<ErrorKind, number>> = {
  'not-found': 404,
  'bad-request': 400,
  'too-large': 413,
  'too-busy': 503,
  away: 503,
  fault: 500,
}

/** The status that goes with each kind of error page. */
export const statusOf = (kind: ErrorKind): number => STATUS[kind]

/** What a reader is told, from what was thrown. Anything that we did not foresee is a fault, and is logged. */
export function kindOf(error: FastifyError | Error): ErrorKind {
  if (error instanceof NotFound) return 'not-found'
  if (error instanceof BadRequest) return 'bad-request'
  if (error instanceof DatabaseAway) return 'away'
  if (error instanceof TooBusy) return 'too-busy'
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return 'too-large'
  if (status === 404) return 'not-found'
  if (status !== undefined && status >= 400 && status < 500) return 'bad-request'
  return 'fault'
}

/** The one place where what was thrown becomes a page. */
export function errorPages(
  app: FastifyInstance,
  log: Log,
  respond: ErrorResponder,
  signIn: SignInResponder,
): void {
  app.setErrorHandler(async (error: FastifyError, req, reply) => {
    if (error instanceof SignInNeeded) return signIn(req, reply)
    const kind = kindOf(error)
    // the route's pattern, never the address: an address can hold what somebody typed
    if (kind === 'fault') log(faultLine(error), { route: req.routeOptions.url ?? 'none', method: req.method })
    return respond(kind, req, reply)
  })
  app.setNotFoundHandler((req, reply) => respond('not-found', req, reply))
}
