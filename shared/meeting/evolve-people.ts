import type { Direction, Meta, PersonId, Seat, Seq } from '../types.ts'
import { openItem } from './around.ts'
import type { OwnEvent } from './events.ts'
import type { Now } from './types.ts'

export function newSeat(person: PersonId, as: Seat['as']): Seat {
  return { person, as, attendance: 'expected', remote: false, noDevice: false, here: null }
}

function seated(now: Now, person: PersonId, change: (seat: Seat) => Seat): Now {
  return { ...now, seats: now.seats.map((s) => (s.person === person ? change(s) : s)) }
}

/** Moved by one place in a circle: past the end comes the beginning. */
function moved(now: Now, person: PersonId, by: Direction): Now {
  const from = now.seats.findIndex((s) => s.person === person)
  const seats = [...now.seats]
  const [one] = seats.splice(from, 1)
  const to = (from + by + now.seats.length) % now.seats.length
  if (one) seats.splice(to, 0, one)
  return { ...now, seats }
}

function marked(seat: Seat, attendance: Seat['attendance'], seq: Seq): Seat {
  const here = attendance === 'present' ? (seat.here ?? seq) : attendance === 'out' ? seat.here : null
  return { ...seat, attendance, here }
}

function chair(now: Now, to: PersonId, scope: 'meeting' | 'item'): Now {
  const open = openItem(now)
  const facilitators = now.facilitators.at(-1) === to ? now.facilitators : [...now.facilitators, to]
  const onItem = scope === 'item' ? to : null
  const items = now.items.map((i) => (i.id === open?.id ? { ...i, facilitator: onItem } : i))
  const base = { ...now, items, facilitators, offered: null }
  return scope === 'item' ? base : { ...base, facilitator: to, chairEmpty: null }
}

function removed(now: Now, person: PersonId): Now {
  const without = (p: PersonId | null) => (p === person ? null : p)
  return {
    ...now,
    seats: now.seats.filter((s) => s.person !== person),
    secretary: without(now.secretary),
    backup: without(now.backup),
    offered: without(now.offered),
  }
}

/** Whoever leaves the meeting leaves the chair. */
function leaves(now: Now, person: PersonId, at: number): Now {
  const items = now.items.map((i) => (i.facilitator === person ? { ...i, facilitator: null } : i))
  return now.facilitator === person ? { ...now, items, facilitator: null, chairEmpty: at } : { ...now, items }
}

/** Folds what happens to people, roles and the chair; null for what is no event of theirs. */
export function evolvePeople(now: Now, event: OwnEvent, meta: Meta): Now | null {
  switch (event.type) {
    case 'seat.here':
      return seated(now, event.person, (s) => ({
        ...marked(s, 'present', meta.seq),
        remote: event.remote,
        // They have just said so on a device of their own.
        noDevice: s.noDevice && event.recordedBy !== null,
      }))
    case 'seat.marked': {
      const next = seated(now, event.person, (s) => marked(s, event.attendance, meta.seq))
      const gone = event.attendance === 'left' || event.attendance === 'absent'
      return gone ? leaves(next, event.person, meta.at) : next
    }
    case 'seat.device':
      return seated(now, event.person, (s) => ({ ...s, noDevice: event.noDevice }))
    case 'seat.remote':
      return seated(now, event.person, (s) => ({ ...s, remote: event.remote }))
    case 'seat.moved':
      return moved(now, event.person, event.by)
    case 'seat.removed':
      return removed(now, event.person)
    case 'seat.added':
      return { ...now, seats: [...now.seats, newSeat(event.person, event.as)] }
    case 'seat.member':
      return seated(now, event.person, (s) => ({ ...s, as: 'member' }))
    case 'role.set':
      return { ...now, [event.role]: event.person }
    case 'chair.offered':
      return { ...now, offered: event.to }
    case 'chair.declined':
      return { ...now, offered: null }
    case 'chair.moved':
      return chair(now, event.to, event.scope)
    default:
      return null
  }
}
