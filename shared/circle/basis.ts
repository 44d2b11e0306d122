import type { Basis } from '../meeting/types.ts'
import type { CircleState } from './types.ts'

/** What a meeting copies of its circle. */
export function basisOf(circle: NonNullable<CircleState>): Basis {
  const { name, aim, members, facilitator, secretary, backup, leader, settings, lastRound } = circle
  const running = circle.meetings.find((m) => m.stage !== 'ended')?.id ?? null
  const backlog = circle.backlog.map(({ title, fields }) => ({ title, fields }))
  return { name, aim, members, facilitator, secretary, backup, leader, settings, lastRound, backlog, running }
}
