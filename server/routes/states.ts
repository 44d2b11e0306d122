import { createHash } from 'node:crypto'
import Type from 'typebox'
import { PersonRef } from '../../shared/parts/schema.ts'
import { PROTOCOL, type Read } from '../../shared/protocol.ts'
import type { PersonId, Seq, StreamId } from '../../shared/types.ts'
import { answerNo } from '../http/answers.ts'
import { among, namesOf } from '../live/names.ts'
import { mayFollow } from '../people/rights.ts'
import { refuse } from '../refuse.ts'
import type { RouteParts } from './parts.ts'
import { strict } from './refs.ts'
import type { Routes } from './typed.ts'

const Params = Type.Object({ id: Type.String() })
export const Query = Type.Object(
  {
    // Nobody, or left out: a screen's eyes.
    as: Type.Optional(Type.Union([PersonRef, Type.Literal('')])),
    fold: Type.Optional(Type.Literal('1')),
  },
  strict,
)

/** A stream's state for whoever may follow it: where it is too large for a line, and for programs that do not fold. */
export async function stateRoutes(app: Routes, parts: RouteParts): Promise<void> {
  app.get('/api/streams/:id/state', { schema: { params: Params, querystring: Query } }, async (request, reply) => {
    const { as = '', fold: folds } = request.query
    const person: PersonId | null = as === '' ? null : as
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (device === null) return answerNo(reply, refuse('unauthenticated'))
    if (person !== null && !device.people.includes(person))
      return answerNo(reply, refuse('forbidden', { reason: 'not_yours' }))
    const { address } = parts.peerOf(request.raw)
    const wait = await parts.limits.state({ device: device.id, address })
    if (wait !== null) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const fold = await parts.host.look(request.params.id as StreamId)
    if (!fold || !(await mayFollow(parts, device, fold, person))) return answerNo(reply, refuse('not_found'))
    const encoded = folds === '1' ? parts.encodings.whole(fold, person) : parts.encodings.still(fold, person)
    const people = namesOf(among(encoded.words, await parts.names.of(fold.about.community)))
    const tag = tagOf(fold.seq, people)
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'cookie, accept-encoding' })
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    const around: Around = { protocol: PROTOCOL, seq: fold.seq, now: parts.now(), people }
    // The state stands as it was made once for many, between the braces.
    const pieces = [JSON.stringify(around).slice(0, -1), ',', encoded.json.slice(1)]
    return parts.sending.json(request, reply, pieces, { of: encoded, tag, now: around.now })
  })
}

/** What is each asker's own. */
type Around = Omit<Read, 'at' | 'state' | 'entries'>

/** Names change without an entry. */
function tagOf(seq: Seq, people: Read['people']): string {
  const names = createHash('sha256').update(JSON.stringify(people)).digest('base64url').slice(0, 16)
  return `"${PROTOCOL}.${seq}.${names}"`
}
