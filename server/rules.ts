import type { AnyCommand, AnyState } from '../shared/protocol.ts'
import { complete, needs, rolesOf, streamOf } from '../shared/streams.ts'
import type { PersonId } from '../shared/types.ts'
import type { Rules } from './app.ts'
import { commands } from './gate/commands.ts'
import type { AnyStream } from './host/streams.ts'

/** Circles and meetings, for a server that carries any streams. */
export const rules: Rules = {
  commands,
  streams: {
    streamOf: (id) => streamOf(id) as AnyStream | null,
    needs: (command, state) => needs(state as AnyState, command as AnyCommand),
    complete: (command, other) => complete(command as AnyCommand, other as AnyState),
    isOver: (_, state) => stageOf(state as AnyState) === 'ended',
  },
  newcomerIn: (command) => (command.type === 'person.add' ? (command as Added).person : null),
  rolesOf: (_, state) =>
    state === null ? null : { ...rolesOf(state as AnyState), people: peopleIn(state as AnyState) },
}

type Added = Extract<AnyCommand, { type: 'person.add' }>

/** A circle tells nobody anything. */
function stageOf(state: AnyState): string {
  return state !== null && 'stage' in state ? state.stage : 'ended'
}

function peopleIn(state: AnyState): readonly PersonId[] {
  if (state === null) return []
  return 'seats' in state ? state.seats.map(({ person }) => person) : state.members
}
