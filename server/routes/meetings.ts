import Type from 'typebox'
import type { No } from '../../shared/protocol.ts'
import type { CircleId, MeetingId, PersonId } from '../../shared/types.ts'
import { answerNo } from '../answers.ts'
import { communityOf } from '../circles.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refuse.ts'
import { cleanText, titleLimit } from '../text.ts'
import { ownPeople } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { CircleRef, Line, PersonRef, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const CallBody = Type.Object({ circle: CircleRef, as: PersonRef, items: Type.Array(Line, { maxItems: 50 }) }, strict)

/** Calling the next meeting of a circle. */
export async function meetingRoutes(app: Routes, parts: RouteParts): Promise<void> {
  app.post('/api/meetings', { schema: { body: CallBody } }, async (request, reply) => {
    const { circle, as } = request.body
    const own = await ownPeople(parts, request, circle)
    if (own.length === 0) return answerNo(reply, refuse('not_found'))
    if (!own.some(({ id }) => id === as)) return answerNo(reply, refuse('forbidden'))
    const items = request.body.items.map((item) => cleanText(item, titleLimit))
    const wrong = items.indexOf(null)
    if (wrong >= 0) return answerNo(reply, refuse('invalid', { path: `/items/${wrong}` }))
    const wait = parts.limits.making.take(circle)
    if (wait > 0) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const called = await callMeeting(parts, circle, as, items.filter(Boolean).map(String))
    return 'ok' in called ? answerNo(reply, called) : called
  })
}

/** The rules decide whether this person may; the new meeting's id is made here. */
export async function callMeeting(
  { host }: RouteParts,
  circle: CircleId,
  by: PersonId,
  items: readonly string[],
): Promise<{ readonly meeting: MeetingId } | No> {
  const meeting = newId('m')
  const command = { type: 'meeting.call', meeting, circle, items }
  const answer = await host.run({ stream: meeting, community: communityOf(circle), by, id: newId('x'), command })
  return answer.ok ? { meeting } : answer
}
