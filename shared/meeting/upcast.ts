import type { ProcessEvent } from '../processes/index.ts'
import type { Next } from '../processes/process.ts'
import type { Logged } from '../stream.ts'
import type { Entry } from '../types.ts'
import { openItem, running } from './around.ts'
import type { MeetingEvent } from './events.ts'
import { bare, evolveNow } from './evolve.ts'
import { unopened } from './running.ts'
import type { MeetingState, Now, Run } from './types.ts'

/** The language in which a meeting's log is written today. */
export const VERSION = 2

/** An event as version 1 wrote it; what it holds is as that version's types said. */
interface Old {
  readonly type: string
  readonly [field: string]: unknown
}

/** What version 1 calls by the same name and shape as today. */
const same = new Set([
  ...['meeting.reopened', 'seat.here', 'seat.marked', 'seat.device', 'seat.remote', 'seat.moved', 'seat.removed'],
  ...['seat.added', 'seat.member', 'role.set', 'chair.offered', 'chair.declined', 'chair.moved', 'item.added'],
  ...['item.renamed', 'item.drafted', 'item.moved', 'item.opened', 'item.paused', 'item.dropped', 'process.ended'],
  ...['pen.taken', 'pen.left', 'block.written', 'undoable', 'undone'],
  ...['aside.put', 'aside.objected', 'aside.fine', 'aside.full', 'aside.ended'],
])

/** Believes that an old event, once put right, is what today's types say: its version wrote nothing else. */
function today(event: object): MeetingEvent {
  return event as MeetingEvent
}

/** To whom something was passed on stood before its words. */
function next(old: unknown): Next | null {
  if (!old) return null
  const { when, who, words } = old as Next
  const to = (['helping circle', 'other circle'] as const).find((circle) => words.startsWith(`${circle}: `)) ?? null
  return { when, who, words: to === null ? words : words.slice(to.length + 2), to }
}

function basis(old: unknown): object {
  const { backlog: _, ...rest } = old as { readonly backlog?: unknown }
  return rest
}

/** What a process told: it named none, and the one that ran is meant. */
function inside(old: Old): ProcessEvent {
  const event = old.type === 'consent.ended' ? { ...old, next: next(old.next) } : old
  return event as unknown as ProcessEvent
}

function runIn(now: Now): Run | null {
  return running(now) ?? openItem(now)?.runs.at(-1) ?? null
}

/** Whose secrets lay in a slot was not said where they were destroyed. */
function destroyed(run: Run, old: Old): MeetingEvent {
  const slot = String(old.slot)
  return today({ ...old, process: run.id, of: Object.keys(run.sealedSeqs[slot] ?? {}) })
}

function casts(now: Now | null, old: Old): readonly MeetingEvent[] {
  if (same.has(old.type)) return [today(old)]
  switch (old.type) {
    case 'meeting.called': {
      const items = (old.items as readonly object[]).map((item) => ({
        ...item,
        kind: 'decide',
        carried: null,
        backlog: null,
      }))
      return [today({ ...old, basis: basis(old.basis), items })]
    }
    case 'meeting.opened':
      return [today({ ...old, basis: basis(old.basis) })]
    case 'meeting.ended': {
      const runs = now?.items.flatMap((item) => item.runs) ?? []
      return [...runs.flatMap((run) => unopened(run)), { type: 'meeting.ended', next: next(old.next) }]
    }
    case 'item.closed': {
      const { kind, decided, next: step } = old.outcome as { kind: string; decided: readonly object[]; next: unknown }
      const adds = decided.map((decision) => ({ type: 'decision', decision }))
      return [today({ ...old, outcome: { kind, next: next(step), adds } })]
    }
  }
  const run = now && runIn(now)
  if (!run) return []
  if (old.type === 'sealed') return [today({ ...old, process: run.id })]
  if (old.type === 'sealed.destroyed') return [destroyed(run, old)]
  return [{ type: 'in', process: run.id, event: inside(old) }]
}

/** Version 1 named no process where one told something: the one then running is meant, so this is a fold. */
export function upcast(state: MeetingState, { v, ...entry }: Logged): Entry<MeetingEvent> {
  if (v >= VERSION) return entry as Entry<MeetingEvent>
  const events: MeetingEvent[] = []
  let now = bare(state)
  let begun: Old | null = null
  for (const old of entry.events as readonly Old[]) {
    if (old.type === 'process.begun') {
      begun = old
      continue
    }
    const made = begun ? [today({ ...begun, first: inside(old) })] : casts(now, old)
    begun = null
    for (const event of made) now = evolveNow(now, event, entry)
    events.push(...made)
  }
  return { ...entry, events }
}
