import { onScreen } from '../../shared/circle/shown.ts'
import { facilitatorOf } from '../../shared/meeting/around.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import type { Host } from '../host.ts'
import { circleIn, type Meeting, meetingIn } from './circles.ts'

/** What a page goes on to at once: modules of the client, and states that it reads. */
export interface Ahead {
  readonly modules: readonly string[]
  readonly states: readonly { readonly stream: StreamId; readonly as: PersonId | null }[]
}

type Station = 'phone' | 'desk' | 'room'

const stations: Readonly<Record<Station, readonly string[]>> = {
  phone: ['stations/phone/PhoneStation.tsx'],
  desk: ['stations/desk/DeskStation.tsx', 'live/words/desk.ts'],
  // Its page has it already.
  room: [],
}

/** A place at the table, at the desk or on the wall, and the process that is shown there. */
function modulesOf(now: Meeting, station: Station): readonly string[] {
  const run = now.items.find(({ id }) => id === now.shown)?.runs.at(-1)
  return run ? [...stations[station], `processes/${run.kind}/${station}.tsx`] : stations[station]
}

/** Of a meeting, for those of its people who share a device; whoever is in the lobby reads no more than the state. */
export function aheadOfMeeting(fold: Fold, people: readonly PersonId[]): Ahead {
  const now = meetingIn(fold)
  const states = people.map((as) => ({ stream: fold.stream, as }))
  if (!now) return { modules: [], states }
  const chair = facilitatorOf(now)
  const leads = chair !== null && people.includes(chair)
  const isThere = now.seats.some(({ person, here }) => people.includes(person) && here !== null)
  const isIn = leads || (now.stage !== 'gathering' && isThere)
  return { modules: isIn ? modulesOf(now, leads ? 'desk' : 'phone') : [], states }
}

/** Of a circle's screen: the circle, and the meeting it shows. */
export async function aheadOfScreen(host: Host, fold: Fold): Promise<Ahead> {
  const circle = circleIn(fold)
  const shown = circle && onScreen(circle)
  const states = [fold.stream, ...(shown ? [shown.id] : [])].map((stream) => ({ stream, as: null }))
  const meeting = shown ? await host.look(shown.id) : null
  const now = meeting && meetingIn(meeting)
  return { modules: now ? modulesOf(now, 'room') : [], states }
}
