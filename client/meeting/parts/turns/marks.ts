import { isLastCall, type Turns } from '../../../../shared/parts/turns.ts'
import type { PersonId, Seat } from '../../../../shared/types.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { bare, type Going, type Mark } from '../../marks.ts'

/** Where somebody is in a round; null where the round does not know them. */
export function turnMark({ speaking, queue, ended, stage }: Turns, person: PersonId): Mark | null {
  if (speaking?.person === person) return { state: 'now', spoken: 'now' }
  if (queue[0]?.person === person) return { state: 'next', spoken: 'next' }
  if (queue.some((w) => w.person === person)) return { state: 'ahead', spoken: 'ahead' }
  const how = ended[person]
  if (how === 'done') return { state: 'done', spoken: 'done' }
  if (how === 'passed') return { state: 'done', spoken: 'passed' }
  return how && stage === 'running' ? { state: 'ahead', spoken: 'ahead' } : null
}

/** Whoever has spoken is marked wherever they are now, everybody else only while they are here. */
function markOf(seat: Seat, round: Turns): Mark {
  const mark = turnMark(round, seat.person)
  const shows = mark?.state === 'now' || mark?.state === 'done' || seat.attendance === 'present'
  return mark && shows ? mark : bare(seat)
}

/** The line around the table, as far as a round has gone. */
export function wayOf(seats: readonly Seat[], round: Turns): Going['way'] {
  const direction = round.direction === 1 ? 'clockwise' : 'counter'
  const at = (person: PersonId | undefined) => seats.findIndex((s) => s.person === person)
  const from = at(round.order.find((person) => at(person) >= 0))
  const to = at(round.speaking?.person)
  if (round.stage === 'ended early' || from < 0) return { direction }
  if (round.stage === 'complete' || isLastCall(round)) return { direction, travelled: 'all', arrow: -1 }
  return to < 0 ? { direction } : { direction, travelled: { from, to } }
}

/** A round as it goes about the table. */
export function turnsGoing(seats: readonly Seat[], round: Turns | null): Going | null {
  if (!round) return null
  const marks = Object.fromEntries(seats.map((seat) => [seat.person, markOf(seat, round)]))
  return { marks, way: wayOf(seats, round) }
}

/** How many are still to be heard, with the one whose turn it is. */
export function toGo(round: Turns): number {
  return round.queue.length + (round.speaking ? 1 : 0)
}

/** Whose turn comes after the one who is asked now. */
export function nextOf(round: Turns): PersonId | null {
  return round.queue[0]?.person ?? null
}

/** The same for the meeting on this screen. */
export function useTurnsGoing(round: Turns | null): Going | null {
  const { seats } = useMeeting()
  return turnsGoing(seats, round)
}
