import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Register } from '../../shared/circle/register.ts'
import type { Decision } from '../../shared/circle/types.ts'
import type { BacklogPage, DecisionLine, DecisionPage, MeetingPage } from '../../shared/http.ts'
import type { No } from '../../shared/protocol.ts'
import { deliveredAt } from '../../shared/record/status.ts'
import type { CommunityId, PersonId, StreamId } from '../../shared/types.ts'
import { answerNo } from '../http/answers.ts'
import { mentioned, namesOf } from '../live/names.ts'
import { refuse } from '../refuse.ts'
import type { Person } from '../store/store.ts'
import { ownIn } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { Line, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const Params = Type.Object({ id: Type.String() })
export const PageQuery = Type.Object({ before: Type.Optional(Line) }, strict)
export const Query = Type.Object({ before: Type.Optional(Line), search: Type.Optional(Line) }, strict)

const aPage = 20

/** What a circle ever decided and held, newest first and twenty at a time: nobody is sent all of it. */
export async function registerRoutes(app: Routes, parts: RouteParts): Promise<void> {
  app.get('/api/circles/:id/decisions', { schema: { params: Params, querystring: Query } }, async (request, reply) => {
    const asked = await askedOf(parts, request, request.params.id)
    if ('ok' in asked) return answerNo(reply, asked)
    const { register, community } = asked
    const people = await parts.names.of(community)
    const wanted = (request.query.search ?? '').trim().toLocaleLowerCase()
    const found = register.decisions.filter((decision) => wordsOf(decision, people).includes(wanted))
    const page = paged(found, request.query.before, register.decisions)
    if (page === null) return answerNo(reply, unknownBefore())
    const decisions = page.shown.map((decision) => lineOf(decision, register))
    const named = namesOf(mentioned(decisions, people))
    const body: DecisionPage = { decisions, more: page.more, people: named }
    return parts.sending.json(request, reply, [JSON.stringify(body)])
  })

  app.get(
    '/api/circles/:id/meetings',
    { schema: { params: Params, querystring: PageQuery } },
    async (request, reply) => {
      const asked = await askedOf(parts, request, request.params.id)
      if ('ok' in asked) return answerNo(reply, asked)
      const ended = asked.register.meetings.filter(({ stage }) => stage === 'ended')
      const page = paged(ended, request.query.before)
      if (page === null) return answerNo(reply, unknownBefore())
      const body: MeetingPage = { meetings: page.shown, more: page.more }
      return parts.sending.json(request, reply, [JSON.stringify(body)])
    },
  )

  app.get(
    '/api/circles/:id/backlog',
    { schema: { params: Params, querystring: PageQuery } },
    async (request, reply) => {
      const asked = await askedOf(parts, request, request.params.id)
      if ('ok' in asked) return answerNo(reply, asked)
      const closed = asked.register.backlog.filter((one) => one.closed !== null)
      const page = paged(closed, request.query.before)
      if (page === null) return answerNo(reply, unknownBefore())
      const body: BacklogPage = { backlog: page.shown, more: page.more }
      return parts.sending.json(request, reply, [JSON.stringify(body)])
    },
  )
}

interface AskedOf {
  readonly register: Register
  readonly community: CommunityId
}

/** For a circle's own people, as often as somebody can read. */
async function askedOf(parts: RouteParts, request: FastifyRequest, circle: StreamId): Promise<AskedOf | No> {
  const own = await ownIn(parts, request, { stream: circle, kind: 'circle' })
  if (!own) return refuse('not_found')
  const { address } = parts.peerOf(request.raw)
  const wait = await parts.limits.page({ device: own.device.id, address })
  if (wait !== null) return refuse('rate_limited', { retryAfterMs: wait })
  return { register: await parts.registers.of(own.fold.stream), community: own.fold.about.community }
}

/** Also where it never was: whoever asks on from it would be given the same page again and again. */
function unknownBefore(): No {
  return refuse('invalid', { path: '/before' })
}

type Known = { readonly id: string }

/** The newest that are older than `before`, or of all where nothing is named; null where it is none of those there are. */
function paged<One extends Known>(
  oldestFirst: readonly One[],
  before: string | undefined,
  all: readonly Known[] = oldestFirst,
) {
  const at = before === undefined ? all.length : all.findIndex(({ id }) => id === before)
  if (at < 0) return null
  const olderIds = new Set(all.slice(0, at).map(({ id }) => id))
  const older = oldestFirst.filter(({ id }) => olderIds.has(id))
  return { shown: older.slice(-aPage).reverse(), more: older.length > aPage }
}

/** What somebody may look for. */
function wordsOf({ title, fields }: Decision, people: ReadonlyMap<PersonId, Person>): string {
  const by = fields.by === null ? '' : (people.get(fields.by)?.name ?? '')
  return [title, fields.text, fields.why, by].join(' ').toLocaleLowerCase()
}

function lineOf(decision: Decision, register: Register): DecisionLine {
  const { id, title, meeting, effect, fields, absentHours, announcedAt, words, consent } = decision
  const absent = consent.filter((given) => given.answer === 'absent')
  const delivered = deliveredAt(register, decision)
  return { id, title, meeting, effect, fields, absentHours, announcedAt, words, consent: absent, delivered }
}
