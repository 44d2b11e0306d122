import type { Basis, Taken } from '../meeting/types.ts'
import { noFields } from '../parts/wording.ts'
import type { Entry, Seq } from '../types.ts'
import type { CircleEvent, CircleState, Travels } from './types.ts'

type Circle = NonNullable<CircleState>

/** What an item without words of its own brings. */
const unwritten: Travels = { draft: noFields, carry: null }

/** What a meeting copies of its circle. */
export function basisOf(circle: Circle): Basis {
  const { name, aim, members, facilitator, secretary, backup, leader, settings, lastRound } = circle
  const running = circle.running?.id ?? null
  return { name, aim, members, facilitator, secretary, backup, leader, settings, lastRound, running }
}

/** The entries of the circle's log that hold what travels with these backlog items. */
export function heldIn(circle: Circle, ids: readonly string[]): readonly Seq[] {
  return circle.backlog.flatMap(({ id, carried }) => (carried !== null && ids.includes(id) ? [carried] : []))
}

/** These backlog items as a meeting takes them; `entries` are those that `heldIn` named. */
export function takenOf(
  circle: Circle,
  ids: readonly string[],
  entries: readonly Entry<CircleEvent>[],
): readonly Taken[] {
  const held = entries.flatMap(({ events }) => events.flatMap((e) => (e.type === 'backlog.added' ? [e] : [])))
  return circle.backlog
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title, kind }) => {
      const travels = held.findLast(({ entry }) => entry.id === id)?.travels ?? unwritten
      return { id, title, kind, ...travels }
    })
}
