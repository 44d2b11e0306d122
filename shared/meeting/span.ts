import { noFields } from '../parts/wording.ts'
import { processOf } from '../processes/known.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Json, Millis, PersonId, Seat, Seq, Verdict } from '../types.ts'
import { opens } from './agenda.ts'
import { openItem, records, seatOf, steers } from './around.ts'
import type { MeetingEvent } from './events.ts'
import { leaves } from './running.ts'
import type { CompletedCall, CompletedOpen, CompletedReopen, MeetingCommand, Now } from './types.ts'

/** An ended meeting may be reopened within two hours: by then someone has noticed. */
export const REOPEN_WITHIN: Millis = 2 * 3_600_000

/** Whoever calls the meeting is at the screen and present; the others are expected. */
export function firstSeats(members: readonly PersonId[], facilitator: PersonId, seq: Seq): readonly Seat[] {
  return members.map((person) => ({
    person,
    as: 'member',
    attendance: person === facilitator ? 'present' : 'expected',
    remote: false,
    noDevice: false,
    here: person === facilitator ? seq : null,
  }))
}

type First = Omit<Extract<MeetingEvent, { type: 'meeting.called' }>['items'][number], 'id'>

function blank(title: string): First {
  return { title, kind: 'decide', draft: { ...noFields }, carried: null, backlog: null }
}

/** An item that waited in the circle, with all that travels with it. */
function takenFrom({ taken = [] }: CompletedCall, id: string): First | null {
  const found = taken.find((one) => one.id === id)
  if (!found) return null
  const { title, kind, draft, carry } = found
  return { title, kind, draft, carried: carry, backlog: id }
}

/** A member calls a meeting and is its facilitator. The server has added what the circle is. */
export function calls(command: CompletedCall, ctx: Context): Verdict<MeetingEvent> {
  const { basis, circle, meeting } = command
  if (!basis) return no('bad_setup')
  if (!basis.members.includes(ctx.actor)) return no('not_member')
  if (basis.running) return no('meeting_runs')
  const wanted = command.items.filter((item) => !('title' in item) || item.title !== '')
  const found = wanted.map((item) => ('title' in item ? blank(item.title) : takenFrom(command, item.backlog)))
  const backlog = found.flatMap((item) => item?.backlog ?? [])
  if (found.includes(null) || new Set(backlog).size < backlog.length) return no('unknown_item')
  const items = found.filter((item) => item !== null).map((item, i) => ({ id: `i${i + 1}`, ...item }))
  return yes<MeetingEvent>({ type: 'meeting.called', meeting, circle, facilitator: ctx.actor, basis, items })
}

/** From gathering to meeting; the first item may be opened in the same act. */
export function opensMeeting(now: Now, command: CompletedOpen, ctx: Context): Verdict<MeetingEvent> {
  if (!steers(now, ctx)) return no('not_facilitator')
  if (now.stage !== 'gathering') return no('is_open')
  if (!command.basis) return no('bad_setup')
  const seat = seatOf(now, ctx.actor)
  const here: readonly MeetingEvent[] =
    seat && seat.attendance !== 'present'
      ? [{ type: 'seat.here', person: seat.person, remote: seat.remote, recordedBy: null }]
      : []
  if (!seat && !now.seats.some((s) => s.as === 'member' && s.attendance === 'present')) return no('nobody_here')
  const opened: readonly MeetingEvent[] = [{ type: 'meeting.opened', basis: command.basis }, ...here]
  if (command.item === null) return yes<MeetingEvent>(...opened)
  const item = opens({ ...now, stage: 'open' }, command.item, ctx)
  return item.ok ? yes<MeetingEvent>(...opened, ...item.events.filter((e) => e.type !== 'undoable')) : item
}

/** Every process that runs or waits to go on is left; what nobody opened in it is gone. */
function leavesAll(now: Now, ctx: Context): readonly MeetingEvent[] {
  const runs = now.items.flatMap((item) => (item.running ? item.runs.slice(-1) : []))
  return runs.flatMap((run) => leaves(now, run, ctx))
}

/** Something open gets its next step; what was never reached goes back to the circle, in one act. */
export function endsMeeting(
  now: Now,
  command: Extract<MeetingCommand, { type: 'meeting.end' }>,
  ctx: Context,
): Verdict<MeetingEvent> {
  if (!steers(now, ctx)) return no('not_facilitator')
  if (now.stage !== 'open') return no('not_open')
  const under = openItem(now) !== null || now.items.some((i) => i.stage === 'paused')
  const { next } = command
  if (under && (!next || (next.when === '' && next.words === ''))) return no('reason_needed')
  if (next?.who && !seatOf(now, next.who)) return no('unknown_person')
  const step = under && next ? { ...next, to: null } : null
  return yes<MeetingEvent>(...leavesAll(now, ctx), { type: 'meeting.ended', next: step })
}

/** An ended meeting goes on where it was, as long as its circle is in no other. */
export function reopens(now: Now, command: CompletedReopen, ctx: Context): Verdict<MeetingEvent> {
  const may = ctx.actor === now.secretary || ctx.actor === now.facilitator
  if (!may && !records(now, ctx)) return no('not_facilitator_or_secretary')
  if (now.stage !== 'ended' || now.endedAt === null) return no('not_ended')
  if (ctx.now - now.endedAt > REOPEN_WITHIN) return no('too_late')
  const other = command.basis?.running ?? now.id
  if (other !== now.id) return no('meeting_runs')
  return yes<MeetingEvent>({ type: 'meeting.reopened' })
}

/** The words an item leaves for the next meeting. */
export function leftWords(item: Now['items'][number]) {
  const run = item.runs.at(-1)
  return (run && processOf(run.kind).words(run.state)) ?? item.draft
}

/** What its processes leave, with what came with it. */
export function carriedOn(item: Now['items'][number]): Json | null {
  return item.runs.reduce((earlier, run) => processOf(run.kind).carry(run.state, earlier), item.carried)
}
