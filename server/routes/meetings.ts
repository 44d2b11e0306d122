import Type, { type Static } from 'typebox'
import type { MeetingCalled } from '../../shared/http.ts'
import { BacklogRef, CircleRef, PersonRef } from '../../shared/parts/schema.ts'
import type { No } from '../../shared/protocol.ts'
import type { CircleId, CommunityId, MeetingId, Millis, PersonId } from '../../shared/types.ts'
import type { Host } from '../host.ts'
import { answerNo } from '../http/answers.ts'
import { newCommand, newMeeting } from '../ids.ts'
import { circleIn, readCircle } from '../reading/circles.ts'
import { refuse } from '../refuse.ts'
import { cleanText, titleLimit, whyNot } from '../text.ts'
import { ownIn } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { Line, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const Item = Type.Union([Line, Type.Object({ backlog: BacklogRef }, strict)])
export const CallBody = Type.Object(
  { circle: CircleRef, as: PersonRef, items: Type.Array(Item, { maxItems: 50 }) },
  strict,
)

/** So long a circle has to hear of its meeting. */
const patience: Millis = 1_000

/** Calling the next meeting of a circle. */
export async function meetingRoutes(app: Routes, parts: RouteParts): Promise<void> {
  app.post('/api/meetings', { schema: { body: CallBody } }, async (request, reply) => {
    const { circle, as } = request.body
    const own = await ownIn(parts, request, { stream: circle, kind: 'circle' })
    if (!own) return answerNo(reply, refuse('not_found'))
    if (!own.people.some(({ id }) => id === as)) return answerNo(reply, refuse('forbidden'))
    // Only who may call one uses up what the circle may call.
    if (!(await readCircle(parts.host, circle))?.members.includes(as))
      return answerNo(reply, refuse('forbidden', { reason: 'not_member' }))
    const items = request.body.items.map(readItem)
    const wrong = items.indexOf(null)
    if (wrong >= 0)
      return answerNo(reply, refuse(whyNot(String(request.body.items[wrong])), { path: `/items/${wrong}` }))
    const wait = await parts.limits.callMeeting(circle)
    if (wait !== null) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const wanted = items.filter((item) => item !== null).filter((item) => !('title' in item) || item.title !== '')
    const { community } = own.fold.about
    // One after the other, so that the second knows of the first one's meeting.
    const called = await parts.nodes.alone(`call ${circle}`, () =>
      callMeeting(parts, { circle, community }, as, wanted),
    )
    return 'ok' in called ? answerNo(reply, called) : called
  })
}

type Wanted = { readonly title: string } | { readonly backlog: string }

/** Null for a title that cannot be kept. */
function readItem(item: Static<typeof Item>): Wanted | null {
  if (typeof item !== 'string') return item
  const title = cleanText(item, titleLimit)
  return title === null ? null : { title }
}

/** The rules decide whether this person may; the new meeting's id is made here. */
export async function callMeeting(
  { host }: RouteParts,
  { circle, community }: { readonly circle: CircleId; readonly community: CommunityId },
  by: PersonId,
  items: readonly Wanted[],
): Promise<MeetingCalled | No> {
  const meeting = newMeeting()
  const command = { type: 'meeting.call', meeting, circle, items }
  const begins = { kind: 'meeting', community }
  const hearing = await hear(host, circle, meeting)
  try {
    const answer = await host.run({ stream: meeting, begins, by, id: newCommand(), command })
    if (!answer.ok) return answer
    await hearing.heard()
    return { meeting }
  } finally {
    hearing.end()
  }
}

interface Hearing {
  /** Waits until the circle knows of its meeting. A circle that cannot hear just now hears later. */
  heard(): Promise<void>
  end(): void
}

/** Listens from before the meeting is called. */
async function hear(host: Host, circle: CircleId, meeting: MeetingId): Promise<Hearing> {
  const { promise, resolve } = Promise.withResolvers<void>()
  // Only of streams that are known is news told.
  await host.look(circle)
  const unlisten = host.listen(({ fold }) => {
    if (fold.stream === circle && circleIn(fold)?.running?.id === meeting) resolve()
  })
  let timer: NodeJS.Timeout | undefined
  return {
    heard() {
      timer = setTimeout(resolve, patience)
      return promise
    },
    end() {
      unlisten()
      clearTimeout(timer)
    },
  }
}
