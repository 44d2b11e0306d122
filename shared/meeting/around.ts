import { undoable } from '../parts/undoable.ts'
import type { Around, Undoable } from '../processes/process.ts'
import type { Context, PersonId, ProcessId, Seat } from '../types.ts'
import type { Item, Now, Run } from './types.ts'

/** The item the meeting is at; there is never more than one. */
export function openItem(now: Now): Item | null {
  return now.items.find((i) => i.stage === 'open') ?? null
}

/** The process that takes commands now. */
export function running(now: Now): Run | null {
  const item = openItem(now)
  return item?.running ? (item.runs.at(-1) ?? null) : null
}

/** A process of this meeting, running or not. */
export function runOf(now: Now, process: ProcessId): Run | null {
  return now.items.flatMap((item) => item.runs).find((run) => run.id === process) ?? null
}

/** The open item's facilitator if it was handed over, else the meeting's. */
export function facilitatorOf(now: Now): PersonId | null {
  return openItem(now)?.facilitator ?? now.facilitator
}

/** Their place in this meeting, here or not; null for who has none. */
export function seatOf(now: Now, person: PersonId): Seat | null {
  return now.seats.find((s) => s.person === person) ?? null
}

/** Is it the facilitator who acts, be it for this item or for the meeting? */
export function steers(now: Now, ctx: Context): boolean {
  return ctx.actor === facilitatorOf(now)
}

/** Facilitator or secretary, who enter what others say. */
export function records(now: Now, ctx: Context): boolean {
  return steers(now, ctx) || ctx.actor === now.secretary
}

/** As `undoable`, for what others may do as well: only the facilitator's act can be undone, and not what they did for themselves. */
export function undoableBy(now: Now, ctx: Context, id: string, person: PersonId): readonly Undoable[] {
  return steers(now, ctx) && person !== ctx.actor ? [undoable(id, { who: { person } })] : []
}

/** By slot, the entry of this person's that stands there. */
function lastOf(run: Run | null, person: PersonId): Around['sealedLast'] {
  const held = Object.entries(run?.sealedSeqs ?? {})
  return Object.fromEntries(held.flatMap(([slot, { [person]: seqs = [] }]) => seqs.slice(-1).map((seq) => [slot, seq])))
}

/** What a process may know of the meeting around it; of its own secrets, where it runs already. */
export function aroundOf(now: Now, ctx: Context, run: Run | null, agreed = false): Around {
  return {
    ...ctx,
    facilitator: facilitatorOf(now),
    secretary: now.secretary,
    seats: now.seats,
    settings: now.settings,
    lastRound: now.lastRound,
    sealed: run?.sealed ?? {},
    sealedLast: lastOf(run, ctx.actor),
    agreed,
  }
}
