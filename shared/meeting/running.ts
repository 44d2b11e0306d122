import type { Kind, ProcessCommand, ProcessEvent, Setups } from '../processes/index.ts'
import { processOf } from '../processes/known.ts'
import type { Aloud, SealedDestroyed } from '../processes/process.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Verdict } from '../types.ts'
import { aroundOf, running, runOf } from './around.ts'
import type { Destroying, MeetingEvent } from './events.ts'
import type { Item, Now, Run } from './types.ts'

/** The secrets of a run, by its name. */
type Holding = Pick<Run, 'id' | 'sealedSeqs'>

/** What these people hold sealed there is destroyed, every entry of it. */
function destroying({ id, sealedSeqs }: Holding, { slot, of }: Omit<SealedDestroyed, 'type'>): Destroying {
  const destroys = of.flatMap((person) => sealedSeqs[slot]?.[person] ?? [])
  return { type: 'sealed.destroyed', process: id, slot, of, destroys }
}

/** What a process tells, as it stands in the log: its own events name it, and so do its secrets. */
export function told(run: Holding, events: readonly (ProcessEvent | Aloud)[]): readonly MeetingEvent[] {
  const process = run.id
  return events.map((event): MeetingEvent => {
    switch (event.type) {
      case 'undoable':
        return event
      case 'sealed':
        return { ...event, process }
      case 'sealed.destroyed':
        return destroying(run, event)
      default:
        return { type: 'in', process, event }
    }
  })
}

export type Beginning = { readonly [K in Kind]: { readonly kind: K; readonly setup: Setups[K] } }[Kind]

/** A process at this item, which must be the open one by then; it finds what was carried here with the item. */
export function begins(now: Now, item: Item, { kind, setup }: Beginning, ctx: Context): Verdict<MeetingEvent> {
  const verdict = processOf(kind).begin(setup, aroundOf(now, ctx, null), item.carried)
  if (!verdict.ok) return verdict
  const process = `${item.id}.${item.runs.length + 1}`
  const [first, ...rest] = told({ id: process, sealedSeqs: {} }, verdict.events)
  if (first?.type !== 'in') throw new Error(`${kind} does not begin with an event of its own`)
  return yes<MeetingEvent>({ type: 'process.begun', item: item.id, process, kind, first: first.event }, ...rest)
}

/**
 * A command to the process that runs. It names the process and the ask it means, so that a late tap
 * never counts for the next thing: an ask older than the present wording is `stale_version`.
 */
export function inRun(now: Now, command: ProcessCommand, ctx: Context, agreed = false): Verdict<MeetingEvent> {
  if (now.stage !== 'open') return no('not_open')
  if (!runOf(now, command.process)) return no('unknown_process')
  const run = running(now)
  if (!run || run.id !== command.process) return no('moved_on')
  if (command.ask < run.state.frozen) return no('wording_changed')
  if (command.ask !== run.state.ask) return no('moved_on')
  const verdict = processOf(run.kind).decide(run.state, command, aroundOf(now, ctx, run, agreed))
  return verdict.ok ? yes(...told(run, verdict.events)) : verdict
}

/** The process is left for good: it says what must be noted, and what nobody has opened is destroyed unread. */
export function leaves(now: Now, run: Run, ctx: Context): readonly MeetingEvent[] {
  // What is left unread is not handed to whoever leaves it.
  const around = { ...aroundOf(now, ctx, run), sealed: {} }
  const said = told(run, processOf(run.kind).abandon(run.state, around))
  return [...said, ...unopened(run)]
}

/** Everything that lies sealed in it and nobody has opened, destroyed. */
export function unopened(run: Run): readonly MeetingEvent[] {
  return Object.entries(run.sealedSeqs).flatMap(([slot, held]): readonly MeetingEvent[] => {
    const of = Object.keys(held)
    return of.length > 0 ? [destroying(run, { slot, of })] : []
  })
}
