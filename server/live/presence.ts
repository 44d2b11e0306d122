import type { Here } from '../../shared/protocol.ts'
import type { Roles } from '../../shared/streams.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import type { Presence } from '../nodes/nodes.ts'

/** Who is here in a stream, as everyone is told, and as facilitator and secretary are. */
export interface HereNow {
  readonly all: Here
  readonly recording: Here
  readonly recorders: ReadonlySet<PersonId>
}

/** Asks who of a stream's people can be reached just now. */
export async function hereNow(presence: Presence, stream: StreamId, roles: Roles): Promise<HereNow> {
  const { facilitator, secretary, people } = roles
  const gone = facilitator === null ? {} : await presence.unreachable(stream, [facilitator])
  const all: Here = { stream, facilitatorGone: facilitator === null ? null : (gone[facilitator] ?? null) }
  const recorders = new Set([facilitator, secretary].filter((person) => person !== null))
  return { all, recording: { ...all, lights: await presence.lights(stream, people) }, recorders }
}
