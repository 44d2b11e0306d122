import type { CircleState, MeetingMark } from './types.ts'

/** The meeting that a circle's screen shows: the one that is on, or the last that was; null before the first. */
export function onScreen({ running, ended }: Pick<NonNullable<CircleState>, 'running' | 'ended'>): MeetingMark | null {
  return running ?? ended.at(-1) ?? null
}
