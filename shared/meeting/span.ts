import { noFields } from '../parts/wording.ts'
import { processOf } from '../processes/index.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Millis, PersonId, Seat, Verdict } from '../types.ts'
import { opens } from './agenda.ts'
import { openItem, records, seatOf, steers } from './around.ts'
import type { Called, MeetingCommand, MeetingEvent, Now, Opened, Reopened } from './types.ts'

/** An ended meeting may be reopened within two hours: by then someone has noticed. */
export const REOPEN_WITHIN: Millis = 2 * 3_600_000

/** Whoever calls the meeting is at the screen and present; the others are expected. */
export function firstSeats(members: readonly PersonId[], facilitator: PersonId, at: Millis): readonly Seat[] {
  return members.map((person) => ({
    person,
    as: 'member',
    attendance: person === facilitator ? 'present' : 'expected',
    remote: false,
    noDevice: false,
    here: person === facilitator ? at : null,
  }))
}

/** A member calls a meeting and is its facilitator. The server has added what the circle is. */
export function calls(command: Called, ctx: Context): Verdict<MeetingEvent> {
  const { basis, circle, meeting } = command
  if (!basis) return no('bad_setup')
  if (!basis.members.includes(ctx.actor)) return no('not_member')
  if (basis.running) return no('meeting_runs')
  const titles = command.items.filter((t) => t !== '')
  const items = titles.map((title, i) => {
    const draft = basis.backlog.find((b) => b.title === title)?.fields
    return { id: `i${i + 1}`, title, draft: draft ?? { ...noFields } }
  })
  return yes({ type: 'meeting.called', meeting, circle, facilitator: ctx.actor, basis, items })
}

export function opensMeeting(now: Now, command: Opened, ctx: Context): Verdict<MeetingEvent> {
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
  if (command.item === null) return yes(...opened)
  const item = opens({ ...now, stage: 'open' }, command.item, ctx)
  return item.ok ? yes(...opened, ...item.events.filter((e) => e.type !== 'undoable')) : item
}

/** Entries with sealed answers that nobody has opened, also under paused items. */
function unopened(now: Now): readonly number[] {
  return now.items.flatMap((item) =>
    item.runs.flatMap((run) => Object.values(run.sealedSeqs).flatMap((slot) => Object.values(slot).flat())),
  )
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
  const destroys = unopened(now)
  const ended: MeetingEvent = { type: 'meeting.ended', next: under ? next : null }
  return yes(destroys.length > 0 ? { ...ended, destroys } : ended)
}

export function reopens(now: Now, command: Reopened, ctx: Context): Verdict<MeetingEvent> {
  const may = ctx.actor === now.secretary || ctx.actor === now.facilitator
  if (!may && !records(now, ctx)) return no('not_facilitator_or_secretary')
  if (now.stage !== 'ended' || now.endedAt === null) return no('not_ended')
  if (ctx.now - now.endedAt > REOPEN_WITHIN) return no('too_late')
  const other = command.basis?.running ?? now.id
  if (other !== now.id) return no('meeting_runs')
  return yes({ type: 'meeting.reopened' })
}

/** The words an item leaves for the next meeting. */
export function leftWords(item: Now['items'][number]) {
  const run = item.runs.at(-1)
  return (run && processOf(run.kind).leaves(run.state)) ?? item.draft
}
