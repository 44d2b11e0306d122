import Type from 'typebox'
import type { No } from '../../shared/protocol.ts'
import type { CircleId, MeetingId, PersonId } from '../../shared/types.ts'
import { answerNo } from '../answers.ts'
import { communityOf, readCircle } from '../circles.ts'
import type { Host } from '../host.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refuse.ts'
import { cleanText, titleLimit } from '../text.ts'
import { ownPeople } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { CircleRef, Line, PersonRef, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const CallBody = Type.Object({ circle: CircleRef, as: PersonRef, items: Type.Array(Line, { maxItems: 50 }) }, strict)

/** So many turns of the event loop a circle has to hear of its meeting. */
const mostTurns = 1_000

/** Calling the next meeting of a circle. */
export async function meetingRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const calling = new Map<CircleId, Promise<unknown>>()

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
    const called = await inTurn(circle, () => callMeeting(parts, circle, as, items.filter(Boolean).map(String)))
    return 'ok' in called ? answerNo(reply, called) : called
  })

  /** One after the other, so that the second knows of the first one's meeting. */
  async function inTurn<T>(circle: CircleId, call: () => Promise<T>): Promise<T> {
    const mine = (calling.get(circle) ?? Promise.resolve()).then(call)
    const settled = mine.catch(() => undefined)
    calling.set(circle, settled)
    void settled.then(() => calling.get(circle) === settled && calling.delete(circle))
    return mine
  }
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
  if (!answer.ok) return answer
  await heard(host, circle, meeting)
  return { meeting }
}

/** Waits until the circle knows of its meeting. A circle that cannot hear just now hears later. */
async function heard(host: Host, circle: CircleId, meeting: MeetingId): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const known = await readCircle(host, circle)
    if (known?.meetings.some(({ id }) => id === meeting)) return
    await new Promise((next) => setImmediate(next))
  }
}
