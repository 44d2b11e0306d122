import type { CircleState } from '../shared/circle/types.ts'
import type { MeetingState } from '../shared/meeting/types.ts'
import type { CircleId, MeetingId, PersonId } from '../shared/types.ts'
import type { Host } from './host.ts'
import type { CommunityId } from './store/store.ts'

export type Circle = NonNullable<CircleState>
export type Meeting = NonNullable<MeetingState>

/** A circle has a community of its own, known by the same signs. */
export function communityOf(circle: CircleId): CommunityId {
  return `o_${circle.slice(2)}`
}

export function circleOf(community: CommunityId): CircleId {
  return `c_${community.slice(2)}`
}

/** Null for what is no circle, or none yet. */
export async function readCircle(host: Host, id: CircleId): Promise<Circle | null> {
  if (!id.startsWith('c_')) return null
  const fold = await host.look(id)
  return fold === null ? null : (fold.state as CircleState)
}

export async function readMeeting(host: Host, id: MeetingId): Promise<Meeting | null> {
  if (!id.startsWith('m_')) return null
  const fold = await host.look(id)
  return fold === null ? null : (fold.state as MeetingState)
}

/** The meeting people are gathering for or in. */
export function runningMeeting(circle: Circle): MeetingId | null {
  return circle.meetings.findLast(({ stage }) => stage !== 'ended')?.id ?? null
}

/** Whose names someone may pick: members in circular order, then who else is in the meeting. */
export async function roster(host: Host, circle: Circle): Promise<readonly PersonId[]> {
  const running = runningMeeting(circle)
  const meeting = running === null ? null : await readMeeting(host, running)
  const seated = meeting?.seats.map(({ person }) => person) ?? []
  return [...new Set([...circle.members, ...seated])]
}
