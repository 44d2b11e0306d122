import type { FastifyInstance } from 'fastify'

/** Says whether it can be used, and nothing else. */
export async function healthRoutes(app: FastifyInstance): Promise<void> {
  app.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }))
}
