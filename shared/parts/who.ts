import type { Around } from '../processes/process.ts'

export function steers(around: Around): boolean {
  return around.actor === around.facilitator
}

/** Facilitator or secretary, who enter what someone says aloud. */
export function records(around: Around): boolean {
  return steers(around) || around.actor === around.secretary
}
