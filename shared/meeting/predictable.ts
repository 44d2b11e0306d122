import { processOf } from '../processes/known.ts'
import type { PersonId } from '../types.ts'
import { running } from './around.ts'
import type { MeetingCommand, MeetingState } from './types.ts'

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
