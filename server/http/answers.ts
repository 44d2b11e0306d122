import type { FastifyError, FastifyReply } from 'fastify'
import type { No } from '../../shared/protocol.ts'
import type { Code } from '../../shared/types.ts'
import { refuse, refuseAfter } from '../refuse.ts'
import { StoreError } from '../store/store.ts'

/** The error contract over HTTP. `lobby` is no error: someone waits. */
const statuses: Readonly<Record<Code, number>> = {
  bad_request: 400,
  invalid: 400,
  too_large: 413,
  unsupported_media: 415,
  unauthenticated: 401,
  origin_refused: 403,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  lobby: 202,
  removed: 403,
  full: 403,
  wrong_state: 409,
  not_your_turn: 409,
  stale_version: 409,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
  storage_full: 503,
  too_old: 426,
  too_new: 409,
  internal: 500,
}

/** Answers "no" in the shape every client understands. */
export function answerNo(reply: FastifyReply, no: No, status: number = statuses[no.code]): FastifyReply {
  reply.refused = no
  if (no.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(no.retryAfterMs / 1000))
  return reply.code(status).type('application/json; charset=utf-8').send(no)
}

/** What Fastify, the parser or the store could not do, in terms of the error contract. */
export function refusalOf(error: FastifyError | StoreError): No {
  if (error instanceof StoreError) return refuseAfter(error)
  if (error.validation) return refuse(isTooLong(error) ? 'too_large' : 'invalid', { path: pathOf(error.validation) })
  return refuse(codes[error.code] ?? byStatus(error.statusCode ?? 500))
}

/** A text that is far too long does not come as far as being measured in letters. */
function isTooLong({ validation, validationContext }: FastifyError): boolean {
  return validationContext === 'body' && validation?.[0]?.keyword === 'maxLength'
}

/** Paths that are forbidden or too long are simply not there. */
function byStatus(status: number): Code {
  if ([403, 404, 414].includes(status)) return 'not_found'
  return status >= 400 && status < 500 ? 'bad_request' : 'internal'
}

const codes: Readonly<Record<string, Code>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media',
  FST_ERR_HANDLER_TIMEOUT: 'unavailable',
  FST_ERR_BAD_URL: 'not_found',
}

/** The field as a JSON pointer. A field nobody knows is not repeated back. */
function pathOf([first]: NonNullable<FastifyError['validation']>): string {
  const missing = first?.params.missingProperty
  return `${first?.instancePath ?? ''}${typeof missing === 'string' ? `/${missing}` : ''}`
}

declare module 'fastify' {
  interface FastifyReply {
    /** What was refused, for the log. */
    refused: No | null
  }
}
