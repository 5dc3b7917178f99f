import type { FastifyReply, FastifyRequest } from 'fastify'

// `__Host-` asks for the path "/" and for https. A browser never sends a strict cookie with another site's link.
const nameOf = (secure: boolean): string => (secure ? '__Host-kith-vault' : 'kith-vault')
const options = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure }) as const

/** The officer's half of an open vault. It is forgotten with the browser's session. */
export const vaultCookie = (req: FastifyRequest, secure: boolean): string | undefined =>
  req.cookies[nameOf(secure)]

export const setVaultCookie = (reply: FastifyReply, secure: boolean, key: string): FastifyReply =>
  reply.setCookie(nameOf(secure), key, options(secure))

export const clearVaultCookie = (reply: FastifyReply, secure: boolean): FastifyReply =>
  reply.clearCookie(nameOf(secure), options(secure))
