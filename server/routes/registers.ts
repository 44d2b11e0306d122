import Type from 'typebox'
import type { Register } from '../../shared/circle/register.ts'
import type { Decision } from '../../shared/circle/types.ts'
import type { BacklogPage, DecisionLine, DecisionPage, MeetingPage } from '../../shared/http.ts'
import { deliveredAt } from '../../shared/record/status.ts'
import type { PersonId } from '../../shared/types.ts'
import { answerNo } from '../answers.ts'
import { mentioned, namesOf } from '../live/names.ts'
import { refuse } from '../refuse.ts'
import type { Person } from '../store/store.ts'
import { ownIn } from './asking.ts'
import { send } from './packed.ts'
import type { RouteParts } from './parts.ts'
import { Line, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const Params = Type.Object({ id: Type.String() })
export const Query = Type.Object({ before: Type.Optional(Line), search: Type.Optional(Line) }, strict)

const aPage = 20

/** What a circle ever decided and held, newest first and twenty at a time: nobody is sent all of it. */
export async function registerRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const schema = { params: Params, querystring: Query }

  app.get('/api/circles/:id/decisions', { schema }, async (request, reply) => {
    const own = await ownIn(parts, request, { stream: request.params.id, kind: 'circle' })
    if (!own) return answerNo(reply, refuse('not_found'))
    const people = await parts.names.of(own.fold.about.community)
    const register = await parts.registers.of(own.fold.stream)
    const wanted = (request.query.search ?? '').trim().toLocaleLowerCase()
    const found = register.decisions.filter((decision) => wordsOf(decision, people).includes(wanted))
    const { page, more } = paged(found, request.query.before)
    const decisions = page.map((decision) => lineOf(decision, register))
    return send(request, reply, {
      decisions,
      more,
      people: namesOf(mentioned(decisions, people)),
    } satisfies DecisionPage)
  })

  app.get('/api/circles/:id/meetings', { schema }, async (request, reply) => {
    const own = await ownIn(parts, request, { stream: request.params.id, kind: 'circle' })
    if (!own) return answerNo(reply, refuse('not_found'))
    const { meetings } = await parts.registers.of(own.fold.stream)
    const { page, more } = paged(
      meetings.filter(({ stage }) => stage === 'ended'),
      request.query.before,
    )
    return send(request, reply, { meetings: page, more } satisfies MeetingPage)
  })

  app.get('/api/circles/:id/backlog', { schema }, async (request, reply) => {
    const own = await ownIn(parts, request, { stream: request.params.id, kind: 'circle' })
    if (!own) return answerNo(reply, refuse('not_found'))
    const { backlog } = await parts.registers.of(own.fold.stream)
    const { page, more } = paged(
      backlog.filter(({ closed }) => closed !== null),
      request.query.before,
    )
    return send(request, reply, { backlog: page, more } satisfies BacklogPage)
  })
}

/** The newest that are older than `before`; the newest of all where nothing, or nothing known, is named. */
function paged<One extends { readonly id: string }>(oldestFirst: readonly One[], before: string | undefined) {
  const at = before === undefined ? -1 : oldestFirst.findIndex(({ id }) => id === before)
  const older = at < 0 ? oldestFirst : oldestFirst.slice(0, at)
  return { page: older.slice(-aPage).reverse(), more: older.length > aPage }
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
