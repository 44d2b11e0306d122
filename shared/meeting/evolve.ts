import type { ProcessEvent } from '../processes/index.ts'
import { processOf } from '../processes/index.ts'
import type { Sealed } from '../processes/process.ts'
import type { Entry, Meta } from '../types.ts'
import { openItem, running } from './around.ts'
import { evolveItems } from './evolve-items.ts'
import { evolvePeople } from './evolve-people.ts'
import { evolveSpan } from './evolve-span.ts'
import type { MeetingEvent, MeetingState, Now, OwnEvent, Run } from './types.ts'

const mine = new Set(['meeting', 'seat', 'role', 'chair', 'item', 'process', 'aside', 'pen', 'block'])

function withRun(now: Now, change: (run: Run) => Run): Now {
  const open = openItem(now)
  if (!open) return now
  const runs = open.runs.map((run, i) => (i === open.runs.length - 1 ? change(run) : run))
  return { ...now, items: now.items.map((i) => (i.id === open.id ? { ...i, runs } : i)) }
}

function kept(now: Now, { slot, of, apart }: Sealed, meta: Meta): Now {
  return withRun(now, (run) => {
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

function destroyed(now: Now, slot: string): Now {
  return withRun(now, (run) => {
    const { [slot]: _, ...sealed } = run.sealed
    const { [slot]: __, ...sealedSeqs } = run.sealedSeqs
    return { ...run, sealed, sealedSeqs }
  })
}

function inProcess(now: Now, event: ProcessEvent, meta: Meta): Now {
  const run = running(now)
  if (!run) return now
  const next = withRun(now, (r) => ({ ...r, state: processOf(r.kind).evolve(r.state, event, meta) }))
  if (event.type !== 'round.started') return next
  const start = event.order[0]
  return start === undefined ? next : { ...next, lastRound: { start, direction: event.direction } }
}

function ownEvent(now: Now, event: OwnEvent, meta: Meta): Now {
  const head = event.type.split('.')[0]
  if (head === 'seat' || head === 'role' || head === 'chair') return evolvePeople(now, event, meta)
  if (head === 'item' || head === 'process') return evolveItems(now, event, meta)
  return evolveSpan(now, event, meta)
}

/** Folds one event into what is now. Anything a process tells goes to the process that runs. */
export function evolveNow(now: Now | null, event: MeetingEvent, meta: Meta): Now {
  if (event.type === 'meeting.called') return evolveSpan(now, event, meta)
  if (!now) throw new Error(`${event.type} before the meeting was called`)
  if (event.type === 'sealed') return kept(now, event, meta)
  if (event.type === 'sealed.destroyed') return destroyed(now, event.slot)
  if (event.type === 'undoable' || event.type === 'undone') return now
  return mine.has(event.type.split('.')[0] ?? '')
    ? ownEvent(now, event as OwnEvent, meta)
    : inProcess(now, event as ProcessEvent, meta)
}

function bare(state: MeetingState): Now | null {
  if (!state) return null
  const { back: _, ...now } = state
  return now
}

const final = new Set<MeetingEvent['type']>(['answers.opened', 'consent.announced', 'seat.added', 'seat.member'])

/** What nobody can undo: secrets told or destroyed, a decision announced, a member more. */
function isFinal(event: MeetingEvent): boolean {
  return final.has(event.type) || 'destroys' in event || event.type.startsWith('meeting.')
}

/** Folds one entry. What the facilitator may undo is kept beside the state until the next entry. */
export function evolve(state: MeetingState, entry: Entry<MeetingEvent>): MeetingState {
  const before = bare(state)
  if (entry.events.some((e) => e.type === 'undone') && state?.back) return { ...state.back.state, back: null }
  const now = entry.events.reduce<Now | null>((n, e) => evolveNow(n, e, entry), before)
  if (!now) return null
  const undoable = entry.events.some(isFinal) ? undefined : entry.events.find((e) => e.type === 'undoable')
  const back = undoable && before ? { seq: entry.seq, by: entry.by, say: undoable.say, state: before } : null
  return { ...now, back }
}
