import type { Fact } from '../circle/types.ts'
import { processOf } from '../processes/index.ts'
import type { Stream } from '../stream.ts'
import type { PersonId } from '../types.ts'
import { running } from './around.ts'
import { decide } from './decide.ts'
import type { MeetingEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { posts } from './posts.ts'
import type { MeetingCommand, MeetingState } from './types.ts'
import { upcast, VERSION } from './upcast.ts'
import { foldedFrom, seeEntry, seeState, seesMore, still } from './view.ts'

const predicted = new Set<MeetingCommand['type']>([
  'here',
  'seat.mark',
  'seat.remote',
  'seat.no_device',
  'aside.object',
  'aside.answer',
  'aside.full',
  'chair.decline',
  'pen.take',
  'pen.leave',
  'block.write',
  'item.rename',
  'item.draft',
  'item.move',
])

/** May a client show this before the server has said yes? Of what a process takes the process knows. */
export function predictable(state: MeetingState, command: MeetingCommand, me: PersonId): boolean {
  if (!('process' in command)) return predicted.has(command.type)
  const run = state && running(state)
  return run !== null && processOf(run.kind).predictable(run.state, command, me)
}

/** A meeting: its log, its rules, what each may see of it, what it tells its circle. */
export const meetingStream: Stream<MeetingState, MeetingCommand, MeetingEvent, Fact> = {
  initial: null,
  v: VERSION,
  upcast,
  decide,
  evolve,
  seeEntry,
  seeState,
  seesMore,
  still,
  from: foldedFrom,
  posts,
  predictable,
}
