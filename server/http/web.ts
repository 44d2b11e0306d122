import type { Server } from 'node:http'
import Fastify, { type FastifyHttpOptions, type FastifyInstance } from 'fastify'
import { newRequest } from '../ids.ts'
import { type Log, traceOf } from '../log.ts'
import { refuse } from '../refuse.ts'
import { circleRoutes } from '../routes/circles.ts'
import { exportRoutes } from '../routes/exports.ts'
import { healthRoutes } from '../routes/health.ts'
import { joiningRoutes } from '../routes/joining.ts'
import { meetingRoutes } from '../routes/meetings.ts'
import { pageRoutes, sendPage } from '../routes/pages.ts'
import type { RouteParts } from '../routes/parts.ts'
import { peopleRoutes } from '../routes/people.ts'
import { registerRoutes } from '../routes/registers.ts'
import { stateRoutes } from '../routes/states.ts'
import { StoreError } from '../store/store.ts'
import { answerNo, refusalOf } from './answers.ts'
import { bareHeaders, guardAnswers, guardRequests } from './headers.ts'
import { rememberMethods } from './methods.ts'

export interface WebParts extends RouteParts {
  readonly publicUrl: string | null
  /** The folder with the built client; null serves none. */
  readonly pages: string | null
  readonly log: Log
}

const limits: FastifyHttpOptions<Server> = {
  bodyLimit: 64 * 1024,
  requestTimeout: 15_000,
  connectionTimeout: 30_000,
  keepAliveTimeout: 10_000,
  handlerTimeout: 10_000,
  http: { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
  routerOptions: { maxParamLength: 64 },
  onProtoPoisoning: 'error',
  onConstructorPoisoning: 'error',
  return503OnClosing: true,
  forceCloseConnections: 'idle',
  ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false } },
}

/** The HTTP side of the server, ready to listen. */
export async function buildWeb(parts: WebParts): Promise<FastifyInstance> {
  const { pages, log, publicUrl } = parts
  const app = Fastify({
    ...limits,
    genReqId: newRequest,
    logger: false,
    frameworkErrors: (error, _, reply) => {
      bareHeaders(reply)
      answerNo(reply, refusalOf(error))
    },
  })
  app.server.maxHeadersCount = 100
  app.server.maxConnections = 4_000
  app.decorateReply('refused', null)
  app.removeContentTypeParser('text/plain')
  guardAnswers(app, publicUrl)
  guardRequests(app, publicUrl, parts.peerOf)
  logAnswers(app, log)
  answerErrors(app, log)
  const methodsOf = rememberMethods(app)
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url.replace(/\?.*$/s, ''))
    if (methods.length > 0 && !methods.includes(request.method)) {
      reply.header('allow', [...new Set(methods)].join(', '))
      return answerNo(reply, refuse('bad_request', { reason: 'wrong_method' }), 405)
    }
    const isPage = pages !== null && request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
    return isPage ? sendPage(reply.code(404), pages) : answerNo(reply, refuse('not_found'))
  })
  if (pages !== null) await pageRoutes(app, parts, pages)
  await healthRoutes(app)
  const all = [joiningRoutes, peopleRoutes, circleRoutes, meetingRoutes, registerRoutes, stateRoutes, exportRoutes]
  for (const routes of all) await routes(app.withTypeProvider(), parts)
  return app
}

/** Says what was asked by its pattern, never by its address: an address may hold what nobody should read later. */
function logAnswers(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const { statusCode: status, refused } = reply
    const no = refused === null ? {} : { code: refused.code, ref: refused.ref }
    log.info({ method, route: routeOptions.url ?? null, status, ms: Math.round(reply.elapsedTime), ...no }, 'answered')
  })
}

function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler<Parameters<typeof refusalOf>[0]>((error, _, reply) => {
    const no = refusalOf(error)
    if (no.code === 'internal' || error instanceof StoreError)
      log.error({ ...traceOf(error), ref: no.ref }, 'a request failed')
    return answerNo(reply, no)
  })
}
