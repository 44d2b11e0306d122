import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Doc } from '../../shared/record/doc.ts'
import { log } from '../../shared/record/log.ts'
import { toMarkdown } from '../../shared/record/markdown.ts'
import { minutes } from '../../shared/record/minutes.ts'
import type { Writer } from '../../shared/record/writer.ts'
import { dayOf } from '../../shared/text/when.ts'
import type { StreamId } from '../../shared/types.ts'
import { disposition, fileName } from '../exports/filename.ts'
import { exportPolicy, toHtml } from '../exports/html.ts'
import { toJson } from '../exports/json.ts'
import { isZone, writerFor } from '../exports/writer.ts'
import { answerNo } from '../http/answers.ts'
import { circleIn, meetingSeen } from '../reading/circles.ts'
import { refuse } from '../refuse.ts'
import { type Own, ownIn } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { strict } from './refs.ts'
import type { Routes } from './typed.ts'

const Params = Type.Object({ id: Type.String() })
export const Query = Type.Object({ zone: Type.Optional(Type.String({ maxLength: 64 })) }, strict)

const formats = {
  md: { type: 'text/markdown; charset=utf-8', how: 'attachment', render: toMarkdown },
  html: { type: 'text/html; charset=utf-8', how: 'inline', render: toHtml },
  json: { type: 'application/json; charset=utf-8', how: 'attachment', render: toJson },
} as const
type Format = keyof typeof formats

/** A record, and what its file is called. */
interface Written {
  readonly doc: Doc
  readonly circle: string
  readonly what: 'minutes' | 'decisions'
  readonly day: string
}

/** What people take home: for the circle's own people, as everyone in the room sees it. */
export async function exportRoutes(app: Routes, parts: RouteParts): Promise<void> {
  for (const format of ['md', 'html', 'json'] as const) {
    const schema = { params: Params, querystring: Query }
    app.get(`/api/meetings/:id/minutes.${format}`, { schema }, (request, reply) =>
      answer(request, reply, { stream: request.params.id, zone: request.query.zone, format }),
    )
    app.get(`/api/circles/:id/decisions.${format}`, { schema }, (request, reply) =>
      answer(request, reply, { stream: request.params.id, zone: request.query.zone, format }),
    )
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { stream, zone, format }: { stream: StreamId; zone: string | undefined; format: Format },
  ): Promise<FastifyReply> {
    const kind = request.url.startsWith('/api/meetings/') ? 'meeting' : 'circle'
    const own = await ownIn(parts, request, { stream, kind })
    if (!own) return answerNo(reply, refuse('not_found'))
    if (zone !== undefined && !isZone(zone)) return answerNo(reply, refuse('invalid', { path: '/zone' }))
    const { community } = own.fold.about
    const writer = writerFor(await parts.store.people.persons(community), zone ?? null)
    const written = await (kind === 'meeting' ? minutesOf(own, writer) : decisionsOf(own, writer))
    return written === null ? answerNo(reply, refuse('not_found')) : send(reply, written, format)
  }

  async function minutesOf({ fold }: Own, writer: Writer): Promise<Written | null> {
    // The eyes of a screen, which sees what everyone sees: nothing sealed can get onto paper.
    const seen = meetingSeen(fold)
    if (seen === null) return null
    const day = dayOf(writer, seen.openedAt ?? seen.calledAt)
    return { doc: minutes(seen, writer), circle: seen.name, what: 'minutes', day }
  }

  async function decisionsOf({ fold }: Own, writer: Writer): Promise<Written | null> {
    const circle = circleIn(fold)
    if (circle === null) return null
    const { name } = circle
    const register = await parts.registers.of(fold.stream)
    const doc = log(name, register, writer, parts.now())
    return { doc, circle: name, what: 'decisions', day: dayOf(writer, parts.now()) }
  }
}

function send(reply: FastifyReply, { doc, circle, what, day }: Written, format: Format): FastifyReply {
  const { type, how, render } = formats[format]
  reply.type(type).header('content-disposition', disposition(how, fileName(circle, what, day, format)))
  if (format === 'html') reply.header('content-security-policy', exportPolicy)
  return reply.send(render(doc))
}
