import { onScreen } from '../../shared/circle/shown.ts'
import { shownRun, stationOf } from '../../shared/meeting/shown.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import type { Host } from '../host.ts'
import { circleIn, type Meeting, meetingIn } from './circles.ts'

/** What a page goes on to at once: modules of the client, and states that it reads. */
export interface Ahead {
  readonly modules: readonly string[]
  readonly states: readonly { readonly stream: StreamId; readonly as: PersonId | null }[]
}

/** Where each station is, as modules of the client are called. */
export const modules = {
  phone: ['stations/phone/PhoneStation.tsx'],
  desk: ['stations/desk/DeskStation.tsx', 'live/words/desk.ts'],
  // Its page has it already.
  room: [],
} as const

/** A place at the table, at the desk or on the wall, and the process that is shown there. */
function modulesOf(now: Meeting, station: keyof typeof modules): readonly string[] {
  const run = shownRun(now)
  return run ? [...modules[station], `processes/${run.kind}/${station}.tsx`] : modules[station]
}

/** Of a meeting, for those of its people who share a device; whoever is in the lobby reads no more than the state. */
export function aheadOfMeeting(fold: Fold, people: readonly PersonId[]): Ahead {
  const now = meetingIn(fold)
  const states = people.map((as) => ({ stream: fold.stream, as }))
  const stations = now ? people.map((person) => stationOf(now, person)) : []
  const station = (['desk', 'phone'] as const).find((one) => stations.includes(one))
  return { modules: now && station ? modulesOf(now, station) : [], states }
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
