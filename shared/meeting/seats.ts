import { most, tooMany } from '../parts/most.ts'
import { undoable } from '../parts/undoable.ts'
import { processOf } from '../processes/known.ts'
import { no, yes } from '../refusals.ts'
import type { Context, PersonId, Seat, Verdict } from '../types.ts'
import { facilitatorOf, records, running, seatOf, steers, undoableBy } from './around.ts'
import type { MeetingEvent } from './events.ts'
import type { MeetingCommand, Now } from './types.ts'

type Of<T extends MeetingCommand['type']> = Extract<MeetingCommand, { type: T }>
export type SeatCommand = Of<
  | 'here'
  | 'seat.mark'
  | 'seat.no_device'
  | 'seat.remote'
  | 'seat.move'
  | 'seat.remove'
  | 'person.add'
  | 'join.self'
  | 'people.circle'
  | 'role.set'
>

function own(now: Now, person: PersonId, ctx: Context): boolean {
  return person === ctx.actor || records(now, ctx)
}

function here(now: Now, command: Of<'here'>, ctx: Context): Verdict<MeetingEvent> {
  const person = command.for ?? ctx.actor
  if (!own(now, person, ctx)) return no('not_for_others')
  const seat = seatOf(now, person)
  if (!seat) return no('unknown_person')
  const recordedBy = person === ctx.actor ? null : ctx.actor
  const known = seat.attendance === 'present' && seat.remote === command.remote
  if (known && !(seat.noDevice && recordedBy === null)) return yes()
  const { remote } = command
  return yes<MeetingEvent>(
    { type: 'seat.here', person, remote, recordedBy },
    ...undoableBy(now, ctx, 'marked_present', person),
  )
}

/** Does anything that runs, or waits to go on, hold an objection of theirs? */
function objects(now: Now, person: PersonId): boolean {
  const runs = now.items.flatMap((item) => (item.running ? item.runs.slice(-1) : []))
  return runs.some((run) => processOf(run.kind).objects(run.state, person))
}

/** An explicit act, shown to all. Someone with a standing objection is marked as gone only when asked twice. */
function marks(now: Now, command: Of<'seat.mark'>, ctx: Context): Verdict<MeetingEvent> {
  const { person, attendance, confirmed } = command
  if (!own(now, person, ctx)) return no('not_for_others')
  const seat = seatOf(now, person)
  if (!seat) return no('unknown_person')
  if (seat.attendance === attendance) return yes()
  const goes = attendance !== 'present' && attendance !== 'out'
  if (goes && person !== ctx.actor && !confirmed && objects(now, person)) {
    return no('objection_stands', { who: { person } })
  }
  const steering = person === facilitatorOf(now) && person !== ctx.actor && !(person in ctx.unreachable)
  if (goes && steering) return no('chair_held')
  return yes<MeetingEvent>(
    { type: 'seat.marked', person, attendance },
    ...undoableBy(now, ctx, `marked_${attendance}`, person),
  )
}

/** In the room without a phone: a full member, spoken to aloud. */
function noDevice(now: Now, people: readonly PersonId[], ctx: Context): Verdict<MeetingEvent> {
  if (!records(now, ctx)) return no('not_facilitator_or_secretary')
  const seats = people.map((p) => seatOf(now, p)).filter((s) => s !== null)
  if (seats.length < people.length) return no('unknown_person')
  const events = seats.flatMap((seat): readonly MeetingEvent[] => [
    ...(seat.noDevice ? [] : [{ type: 'seat.device', person: seat.person, noDevice: true } as const]),
    ...(seat.attendance === 'present'
      ? []
      : [{ type: 'seat.here', person: seat.person, remote: false, recordedBy: ctx.actor } as const]),
  ])
  const back = steers(now, ctx) && events.length > 0 ? [undoable('no_device', { who: { people } })] : []
  return yes<MeetingEvent>(...events, ...back)
}

function removes(now: Now, person: PersonId, ctx: Context): Verdict<MeetingEvent> {
  if (!steers(now, ctx)) return no('not_facilitator')
  if (!seatOf(now, person)) return no('unknown_person')
  if (person === now.facilitator || person === facilitatorOf(now)) return no('chair_held')
  if (running(now)) return no('round_running')
  if (objects(now, person)) return no('objection_stands', { who: { person } })
  return yes<MeetingEvent>({ type: 'seat.removed', person })
}

function adds(now: Now, command: Of<'person.add'>, ctx: Context): Verdict<MeetingEvent> {
  if (!records(now, ctx)) return no('not_facilitator_or_secretary')
  const seat = seatOf(now, command.person)
  if (!seat && now.seats.length >= most.seats) return tooMany('seats')
  if (!seat) return yes<MeetingEvent>({ type: 'seat.added', person: command.person, as: command.as })
  return seat.as === 'guest' && command.as === 'member'
    ? yes<MeetingEvent>({ type: 'seat.member', person: seat.person })
    : yes()
}

/** People may add themselves as guests; as members where the circle said so. */
function joins(now: Now, as: Seat['as'], ctx: Context): Verdict<MeetingEvent> {
  if (seatOf(now, ctx.actor)) return yes()
  if (as === 'member' && !now.settings.selfAdd) return no('not_facilitator_or_secretary')
  if (now.seats.length >= most.seats) return tooMany('seats')
  return yes<MeetingEvent>({ type: 'seat.added', person: ctx.actor, as })
}

function sets(now: Now, command: Of<'role.set'>, ctx: Context): Verdict<MeetingEvent> {
  if (!steers(now, ctx)) return no('not_facilitator')
  if (command.person !== null && seatOf(now, command.person)?.as !== 'member') return no('unknown_person')
  const { role, person } = command
  if (now[role] === person) return yes()
  const said = person === null ? undoable(`${role}_none`) : undoable(`${role}_set`, { who: { person } })
  return yes<MeetingEvent>({ type: 'role.set', role, person }, said)
}

/** Who is here, in what order they sit, and what they do for the meeting. */
export function decideSeats(now: Now, command: SeatCommand, ctx: Context): Verdict<MeetingEvent> {
  if (now.stage === 'ended') return no('not_open')
  switch (command.type) {
    case 'here':
      return here(now, command, ctx)
    case 'seat.mark':
      return marks(now, command, ctx)
    case 'seat.no_device':
      return noDevice(now, command.people, ctx)
    case 'seat.remote': {
      if (!own(now, command.person, ctx)) return no('not_for_others')
      const seat = seatOf(now, command.person)
      if (!seat) return no('unknown_person')
      const { person, remote } = command
      if (seat.remote === remote) return yes()
      const said = remote ? 'seat_remote' : 'seat_in_room'
      return yes<MeetingEvent>({ type: 'seat.remote', person, remote }, ...undoableBy(now, ctx, said, person))
    }
    case 'seat.move':
      if (!records(now, ctx)) return no('not_facilitator_or_secretary')
      if (!seatOf(now, command.person)) return no('unknown_person')
      return yes<MeetingEvent>(
        { type: 'seat.moved', person: command.person, by: command.by },
        ...(steers(now, ctx) ? [undoable('seat_moved', { who: { person: command.person } })] : []),
      )
    case 'seat.remove':
      return removes(now, command.person, ctx)
    case 'person.add':
      return adds(now, command, ctx)
    case 'join.self':
      return joins(now, command.as, ctx)
    case 'people.circle': {
      if (!steers(now, ctx)) return no('not_facilitator')
      const guests = now.seats.filter((s) => s.as === 'guest')
      return yes<MeetingEvent>(...guests.map((s): MeetingEvent => ({ type: 'seat.member', person: s.person })))
    }
    case 'role.set':
      return sets(now, command, ctx)
  }
}
