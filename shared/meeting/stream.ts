import type { Fact } from '../circle/types.ts'
import { processOf } from '../processes/index.ts'
import type { Stream } from '../stream.ts'
import { running } from './around.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { posts } from './posts.ts'
import type { MeetingCommand, MeetingEvent, MeetingState } from './types.ts'
import { seeEntry, seeState } from './view.ts'

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
export function predictable(state: MeetingState, command: MeetingCommand): boolean {
  if (!('process' in command)) return predicted.has(command.type)
  const run = state && running(state)
  if (command.type === 'consent.answer' && command.for !== null && run?.state.kind === 'consent') {
    // What is entered into sealed answers for someone is theirs alone, also on the screen it was entered on.
    if (run.state.answers?.mode === 'simultaneous') return false
  }
  return run !== null && processOf(run.kind).predictable.has(command.type)
}

/** A meeting: its log, its rules, what each may see of it, what it tells its circle. */
export const meetingStream: Stream<MeetingState, MeetingCommand, MeetingEvent, Fact> = {
  initial: null,
  decide,
  evolve,
  seeEntry,
  seeState,
  posts,
  predictable,
}
