import type { CircleState } from '../../shared/circle/types.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { CircleId, MeetingId, PersonId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import type { Host } from '../host.ts'

export type Circle = NonNullable<CircleState>
export type Meeting = NonNullable<MeetingState>

type Folded = Pick<Fold, 'about' | 'state'>

/** The circle that was folded; null for what is no circle, or none yet. */
export function circleIn({ about, state }: Folded): Circle | null {
  return about.kind === 'circle' ? (state as CircleState) : null
}

/** The meeting that was folded; null for what is no meeting, or none yet. */
export function meetingIn({ about, state }: Folded): Meeting | null {
  return about.kind === 'meeting' ? (state as MeetingState) : null
}

/** The meeting as everyone in the room sees it. */
export function meetingSeen({ about, rules, state }: Pick<Fold, 'about' | 'rules' | 'state'>): Meeting | null {
  return meetingIn({ about, state: rules.seeState(state, { person: null }) })
}

/** Null for what is no circle, or none yet. */
export async function readCircle(host: Host, id: CircleId): Promise<Circle | null> {
  const fold = await host.look(id)
  return fold && circleIn(fold)
}

/** Null for what is no meeting, or none yet. */
export async function readMeeting(host: Host, id: MeetingId): Promise<Meeting | null> {
  const fold = await host.look(id)
  return fold && meetingIn(fold)
}

/** Whose names someone may pick: members in circular order, then who else is in the meeting. */
export async function roster(host: Host, circle: Circle): Promise<readonly PersonId[]> {
  const meeting = circle.running === null ? null : await readMeeting(host, circle.running.id)
  const seated = meeting?.seats.map(({ person }) => person) ?? []
  return [...new Set([...circle.members, ...seated])]
}
