import { processOf } from '../processes/known.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Meta, Verdict } from '../types.ts'
import { decideAgenda } from './agenda.ts'
import { aroundOf, openItem, running, seatOf } from './around.ts'
import { decideAsides } from './asides.ts'
import { decideBlocks } from './blocks.ts'
import { decideChair } from './chair.ts'
import type { MeetingEvent } from './events.ts'
import { evolveNow } from './evolve.ts'
import { inRun, leaves, told } from './running.ts'
import { decideSeats } from './seats.ts'
import { calls, endsMeeting, opensMeeting, reopens } from './span.ts'
import type { MeetingCommand, MeetingState, Now } from './types.ts'
import { undoes } from './undo.ts'

type OwnCommand = Exclude<MeetingCommand, { readonly process: string }>

function own(state: NonNullable<MeetingState>, command: OwnCommand, ctx: Context): Verdict<MeetingEvent> {
  switch (command.type) {
    case 'meeting.call':
      return no('exists')
    case 'meeting.open':
      return opensMeeting(state, command, ctx)
    case 'meeting.end':
      return endsMeeting(state, command, ctx)
    case 'meeting.reopen':
      return reopens(state, command, ctx)
    case 'undo':
      return undoes(state, command.seq, ctx)
    case 'here':
    case 'join.self':
    case 'person.add':
    case 'people.circle':
    case 'role.set':
    case 'seat.mark':
    case 'seat.no_device':
    case 'seat.remote':
    case 'seat.move':
    case 'seat.remove':
      return decideSeats(state, command, ctx)
    case 'chair.offer':
    case 'chair.accept':
    case 'chair.decline':
    case 'chair.take':
      return decideChair(state, command, ctx)
    case 'item.add':
    case 'item.rename':
    case 'item.draft':
    case 'item.move':
    case 'item.open':
    case 'item.pause':
    case 'item.close':
    case 'item.drop':
    case 'process.begin':
      return decideAgenda(state, command, ctx, false)
    case 'aside.put':
    case 'aside.object':
    case 'aside.full':
    case 'aside.agree':
    case 'aside.answer':
    case 'aside.drop':
    case 'aside.take_up':
      return decideAsides(state, command, ctx)
    case 'pen.take':
    case 'pen.leave':
    case 'block.write':
      return decideBlocks(state, command, ctx)
  }
}

/** An item whose process has run its course closes with what it leaves. */
function closing(now: Now, ctx: Context): readonly MeetingEvent[] {
  const item = openItem(now)
  const run = running(now)
  const outcome = run && processOf(run.kind).outcome(run.state)
  if (!item || !run || !outcome) return []
  const adds = outcome.adds.map((change) =>
    change.type === 'decision' ? { ...change, decision: { ...change.decision, title: item.title } } : change,
  )
  return [
    ...leaves(now, run, ctx),
    { type: 'process.ended', process: run.id },
    { type: 'item.closed', item: item.id, outcome: { ...outcome, adds } },
  ]
}

/** What follows by rule, in the same entry: who came or went is asked or passed, a finished item closes. */
function followed(now: Now, events: readonly MeetingEvent[], ctx: Context): readonly MeetingEvent[] {
  const meta: Meta = { seq: 0, by: ctx.actor, at: ctx.now }
  const fold = (before: Now, more: readonly MeetingEvent[]) => more.reduce<Now>((n, e) => evolveNow(n, e, meta), before)
  const next = fold(now, events)
  const run = running(next)
  const came = next.seats !== now.seats || openItem(next)?.id !== openItem(now)?.id
  const attended = run && came ? told(run, processOf(run.kind).attend(run.state, aroundOf(next, ctx, run))) : []
  return [...events, ...attended, ...closing(fold(next, attended), ctx)]
}

/** What a command does to a meeting: events, or a reason why not. */
export function decide(state: MeetingState, command: MeetingCommand, ctx: Context): Verdict<MeetingEvent> {
  if (!state) return command.type === 'meeting.call' ? calls(command, ctx) : no('unknown_item')
  if (command.type !== 'undo' && command.type !== 'join.self' && !seatOf(state, ctx.actor)) return no('not_member')
  const verdict = 'process' in command ? inRun(state, command, ctx) : own(state, command, ctx)
  if (!verdict.ok || verdict.events.length === 0 || command.type === 'undo') return verdict
  return yes(...followed(state, verdict.events, ctx))
}
