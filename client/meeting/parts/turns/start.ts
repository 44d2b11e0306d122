import { useState } from 'react'
import { facilitatorOf } from '../../../../shared/meeting/around.ts'
import { eligible, plan, type Wish } from '../../../../shared/parts/turns-order.ts'
import type { Direction, PersonId } from '../../../../shared/types.ts'
import { useMeeting } from '../../../live/hooks.ts'

const free: Wish = { start: null, direction: null }

export interface Start {
  /** As the round will go if it begins now. */
  readonly order: readonly PersonId[]
  readonly direction: Direction
  /** What was chosen by hand; goes with the command that begins the round. */
  readonly wish: Wish
  readonly startWith: (person: PersonId) => void
  readonly turnAround: () => void
}

/** Who starts, by the same rule that the server goes by, until someone is chosen by hand. A new `key` forgets the choice. */
export function useStart(key: unknown): Start {
  const now = useMeeting()
  const [held, hold] = useState({ key, wish: free })
  const wished = Object.is(held.key, key) ? held.wish : free
  const people = eligible(now.seats)
  const circle = { ...now, facilitator: facilitatorOf(now) }
  const wish = wished.start !== null && !people.includes(wished.start) ? free : wished
  const { order, direction } = plan(circle, people, wish) ?? { order: [], direction: 1 as const }
  return {
    order,
    direction,
    wish,
    startWith: (person) => hold({ key, wish: { start: person, direction } }),
    turnAround: () => hold({ key, wish: { start: order[0] ?? null, direction: direction === 1 ? -1 : 1 } }),
  }
}
