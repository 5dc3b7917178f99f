import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process lives. `/readyz`: the database answers too. */
export function health(app: FastifyInstance): void {
  app.get('/healthz', async (_req, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain').send('ok'),
  )
  app.get('/readyz', async (req, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain')
    const ready = await req.authority.databases.public.ping().then(
      () => true,
      () => false,
    )
    return ready ? reply.send('ok') : reply.code(503).send('the database is away')
  })
}
