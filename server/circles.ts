import type { CircleState } from '../shared/circle/types.ts'
import type { MeetingState } from '../shared/meeting/types.ts'
import type { CircleId, MeetingId, PersonId } from '../shared/types.ts'
import type { Host } from './host.ts'

export type Circle = NonNullable<CircleState>
export type Meeting = NonNullable<MeetingState>

/** Null for what is no circle, or none yet. */
export async function readCircle(host: Host, id: CircleId): Promise<Circle | null> {
  const fold = await host.look(id)
  return fold?.about.kind === 'circle' ? (fold.state as CircleState) : null
}

export async function readMeeting(host: Host, id: MeetingId): Promise<Meeting | null> {
  const fold = await host.look(id)
  return fold?.about.kind === 'meeting' ? (fold.state as MeetingState) : null
}

/** Whose names someone may pick: members in circular order, then who else is in the meeting. */
export async function roster(host: Host, circle: Circle): Promise<readonly PersonId[]> {
  const meeting = circle.running === null ? null : await readMeeting(host, circle.running.id)
  const seated = meeting?.seats.map(({ person }) => person) ?? []
  return [...new Set([...circle.members, ...seated])]
}
