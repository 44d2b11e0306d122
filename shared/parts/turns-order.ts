import type { Direction, LastRound, PersonId, Seat, Settings } from '../types.ts'
import { isLastCall, type Standing, type Turns, takesPart } from './turns.ts'

export interface Wish {
  readonly start: PersonId | null
  readonly direction: Direction | null
}

interface Circle {
  /** In circular order. */
  readonly seats: readonly Seat[]
  readonly settings: Settings
  readonly facilitator: PersonId | null
  readonly lastRound: LastRound | null
}

/** Present with consent right: whoever a round of the circle's own asks. */
export function eligible(seats: readonly Seat[]): readonly PersonId[] {
  return seats.filter((s) => s.as === 'member' && s.attendance === 'present').map((s) => s.person)
}

function walked(people: readonly PersonId[], start: PersonId, direction: Direction): readonly PersonId[] {
  const from = people.indexOf(start)
  const rest = [...people.slice(from + 1), ...people.slice(0, from)]
  return [start, ...(direction === 1 ? rest : rest.reverse())]
}

/** The seats after the previous start, in seat order; the first of them that may start does. */
function candidates(circle: Circle, people: readonly PersonId[]): readonly PersonId[] {
  const all = circle.seats.map((s) => s.person)
  const after = circle.lastRound ? all.indexOf(circle.lastRound.start) + 1 : 0
  const turned = [...all.slice(after), ...all.slice(0, after)].filter((p) => people.includes(p))
  if (circle.settings.roundStart !== 'remote first') return turned
  const remote = new Set(circle.seats.filter((s) => s.remote).map((s) => s.person))
  return [...turned.filter((p) => remote.has(p)), ...turned.filter((p) => !remote.has(p))]
}

/**
 * Who starts and the order that follows (`domain.md` 2.2): the start moves on by a seat from round to
 * round, the direction alternates, the facilitator is neither first nor last unless someone chose the
 * start by hand. Null when nobody is there to ask.
 */
export function plan(
  circle: Circle,
  people: readonly PersonId[],
  wish: Wish,
): { readonly order: readonly PersonId[]; readonly direction: Direction } | null {
  const turned = candidates(circle, people)
  const before = circle.lastRound?.direction
  const usual: Direction = before && circle.settings.alternateDirection ? (before === 1 ? -1 : 1) : (before ?? 1)
  const direction = wish.direction ?? usual
  if (wish.start !== null) {
    return people.includes(wish.start) ? { order: walked(people, wish.start, direction), direction } : null
  }
  const mid = circle.settings.facilitatorMid && people.length >= 3 && people.includes(circle.facilitator ?? '')
  const good = turned.find((start) => {
    const order = walked(people, start, direction)
    return !mid || (order[0] !== circle.facilitator && order.at(-1) !== circle.facilitator)
  })
  const start = good ?? turned[0]
  return start === undefined ? null : { order: walked(people, start, direction), direction }
}

/**
 * Where someone who arrives is asked: at their own seat if the turn has not passed it, else last.
 * Nobody else moves.
 */
export function placeOf(turns: Turns, seats: readonly Seat[], person: PersonId): { at: number; as: Standing } {
  const all = seats.map((s) => s.person)
  const from = Math.max(all.indexOf(turns.order[0] ?? ''), 0)
  const reach = (p: PersonId) => {
    const steps = (all.indexOf(p) - from) * turns.direction
    return (steps + all.length) % all.length
  }
  const ahead = turns.queue.filter((w) => w.as === 'upcoming').map((w) => w.person)
  const asked = all.filter((p) => takesPart(turns, p) && !ahead.includes(p)).map(reach)
  if (isLastCall(turns) || turns.stage !== 'running' || reach(person) < Math.max(-1, ...asked)) {
    return { at: turns.queue.length, as: 'late' }
  }
  const next = turns.queue.findIndex((w) => w.as === 'upcoming' && reach(w.person) > reach(person))
  const after = turns.queue.findLastIndex((w) => w.as === 'upcoming') + 1
  return { at: next < 0 ? after : next, as: 'upcoming' }
}
