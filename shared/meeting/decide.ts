import { processOf } from '../processes/index.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Meta, Verdict } from '../types.ts'
import { type AgendaCommand, decideAgenda } from './agenda.ts'
import { aroundOf, facilitatorOf, openItem, running, seatOf } from './around.ts'
import { type AsideCommand, decideAsides } from './asides.ts'
import { type BlockCommand, decideBlocks } from './blocks.ts'
import { type ChairCommand, decideChair } from './chair.ts'
import { evolveNow } from './evolve.ts'
import { inRun } from './running.ts'
import { decideSeats, type SeatCommand } from './seats.ts'
import { calls, endsMeeting, opensMeeting, reopens } from './span.ts'
import type { MeetingCommand, MeetingEvent, MeetingState, Now } from './types.ts'

function undo(state: NonNullable<MeetingState>, seq: number, ctx: Context): Verdict<MeetingEvent> {
  if (ctx.actor !== facilitatorOf(state)) return no('not_facilitator')
  if (state.back?.seq !== seq) return no('nothing_to_undo')
  return yes({ type: 'undone', seq })
}

function own(now: Now, command: MeetingCommand, ctx: Context): Verdict<MeetingEvent> {
  switch (command.type) {
    case 'meeting.call':
      return no('exists')
    case 'meeting.open':
      return opensMeeting(now, command, ctx)
    case 'meeting.end':
      return endsMeeting(now, command, ctx)
    case 'meeting.reopen':
      return reopens(now, command, ctx)
    case 'here':
    case 'join.self':
    case 'person.add':
    case 'people.circle':
    case 'role.set':
      return decideSeats(now, command, ctx)
  }
  const head = command.type.split('.')[0]
  if (head === 'seat') return decideSeats(now, command as SeatCommand, ctx)
  if (head === 'chair') return decideChair(now, command as ChairCommand, ctx)
  if (head === 'item' || head === 'process') return decideAgenda(now, command as AgendaCommand, ctx, false)
  if (head === 'aside') return decideAsides(now, command as AsideCommand, ctx)
  return decideBlocks(now, command as BlockCommand, ctx)
}

/** An item whose process has run its course closes with what it leaves. */
function closing(now: Now): readonly MeetingEvent[] {
  const item = openItem(now)
  const run = running(now)
  const outcome = run && processOf(run.kind).outcome(run.state)
  if (!item || !run || !outcome) return []
  const decided = outcome.decided.map((d) => ({ ...d, title: item.title }))
  return [
    { type: 'process.ended', process: run.id },
    { type: 'item.closed', item: item.id, outcome: { ...outcome, decided } },
  ]
}

/** What follows by rule, in the same entry: who came or went is asked or passed, a finished item closes. */
function followed(now: Now, events: readonly MeetingEvent[], ctx: Context): readonly MeetingEvent[] {
  const meta: Meta = { seq: 0, by: ctx.actor, at: ctx.now }
  const next = events.reduce<Now>((n, e) => evolveNow(n, e, meta), now)
  const run = running(next)
  const came = next.seats !== now.seats || openItem(next)?.id !== openItem(now)?.id
  const attended = run && came ? processOf(run.kind).attend(run.state, aroundOf(next, ctx)) : []
  const after = attended.reduce<Now>((n, e) => evolveNow(n, e, meta), next)
  return [...events, ...attended, ...closing(after)]
}

/** What a command does to a meeting: events, or a reason why not. */
export function decide(state: MeetingState, command: MeetingCommand, ctx: Context): Verdict<MeetingEvent> {
  if (!state) return command.type === 'meeting.call' ? calls(command, ctx) : no('unknown_item')
  if (command.type === 'undo') return undo(state, command.seq, ctx)
  if (command.type !== 'join.self' && !seatOf(state, ctx.actor)) return no('not_member')
  const verdict = 'process' in command ? inRun(state, command, ctx) : own(state, command, ctx)
  if (!verdict.ok || verdict.events.length === 0) return verdict
  return yes(...followed(state, verdict.events, ctx))
}
