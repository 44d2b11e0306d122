import { processOf } from '../processes/known.ts'
import type { Slots } from '../processes/process.ts'
import type { Entry, Meta, ProcessId } from '../types.ts'
import type { In, MeetingEvent, OwnEvent } from './events.ts'
import { evolveItems } from './evolve-items.ts'
import { evolvePeople } from './evolve-people.ts'
import { called, evolveSpan } from './evolve-span.ts'
import type { MeetingState, Now, Run } from './types.ts'
import { backAfter } from './undo.ts'

type Sealed = Extract<MeetingEvent, { type: 'sealed' }>
type Destroyed = Extract<MeetingEvent, { type: 'sealed.destroyed' }>

function withRun(now: Now, process: ProcessId, change: (run: Run) => Run): Now {
  const ifIts = (run: Run) => (run.id === process ? change(run) : run)
  return {
    ...now,
    items: now.items.map((item) =>
      item.runs.some(({ id }) => id === process) ? { ...item, runs: item.runs.map(ifIts) } : item,
    ),
  }
}

function kept(now: Now, { process, slot, of, apart }: Sealed, meta: Meta): Now {
  return withRun(now, process, (run) => {
    const values = { ...run.sealed[slot], [of]: apart }
    const before = run.sealedSeqs[slot]
    const seqs = { ...before, [of]: [...(before?.[of] ?? []), meta.seq] }
    return {
      ...run,
      sealed: { ...run.sealed, [slot]: values },
      sealedSeqs: { ...run.sealedSeqs, [slot]: seqs },
    }
  })
}

/** Without what these people sealed in this slot; a slot that held nothing else is gone too. */
function without<Value>(slots: Slots<Value>, { slot, of }: Destroyed): Slots<Value> {
  const { [slot]: held = {}, ...others } = slots
  const left = Object.entries(held).filter(([person]) => !of.includes(person))
  return left.length > 0 ? { ...others, [slot]: Object.fromEntries(left) } : others
}

function destroyed(now: Now, event: Destroyed): Now {
  return withRun(now, event.process, (run) => ({
    ...run,
    state: processOf(run.kind).lost(run.state, event),
    sealed: without(run.sealed, event),
    sealedSeqs: without(run.sealedSeqs, event),
  }))
}

/** Where an ordered round began, in whatever process: the next begins elsewhere. */
function afterRound(now: Now, event: In['event']): Now {
  if (event.type !== 'round.started') return now
  const start = event.order[0]
  return start === undefined ? now : { ...now, lastRound: { start, direction: event.direction } }
}

function inProcess(now: Now, { process, event }: In, meta: Meta): Now {
  const next = withRun(now, process, (r) => ({ ...r, state: processOf(r.kind).evolve(r.state, event, meta) }))
  return afterRound(next, event)
}

function ownEvent(now: Now, event: OwnEvent, meta: Meta): Now {
  const next = evolvePeople(now, event, meta) ?? evolveItems(now, event, meta) ?? evolveSpan(now, event, meta) ?? now
  return event.type === 'process.begun' ? afterRound(next, event.first) : next
}

/** Folds one event into what is now. What a process tells goes to that process, whether it runs or not. */
export function evolveNow(now: Now | null, event: MeetingEvent, meta: Meta): Now {
  if (event.type === 'meeting.called') return called(event, meta)
  if (!now) throw new Error(`${event.type} before the meeting was called`)
  switch (event.type) {
    case 'in':
      return inProcess(now, event, meta)
    case 'sealed':
      return kept(now, event, meta)
    case 'sealed.destroyed':
      return destroyed(now, event)
    default:
      return ownEvent(now, event, meta)
  }
}

/** Without what may be undone. */
export function bare(state: MeetingState): Now | null {
  if (!state) return null
  const { back: _, ...now } = state
  return now
}

function folded(now: Now | null, entry: Entry<MeetingEvent>): Now | null {
  return entry.events.reduce<Now | null>((n, e) => evolveNow(n, e, entry), now)
}

/** A yes to what was so already changes nothing; whose command is not told has done something, if not for these eyes. */
function emptied(state: NonNullable<MeetingState>, { id }: Entry<MeetingEvent>): MeetingState {
  return id === '' && state.back ? { ...state, back: null } : state
}

/** Folds one entry. What the facilitator may undo is kept beside the state, as an undo would leave it. */
export function evolve(state: MeetingState, entry: Entry<MeetingEvent>): MeetingState {
  if (entry.events.length === 0) return state && emptied(state, entry)
  if (entry.events.some((e) => e.type === 'undone') && state?.back?.state) return { ...state.back.state, back: null }
  const before = bare(state)
  const now = folded(before, entry)
  return (
    now && { ...now, back: backAfter(entry, { before, now, back: state?.back ?? null }, (n) => folded(n, entry) ?? n) }
  )
}
