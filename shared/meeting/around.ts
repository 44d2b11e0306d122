import type { Around } from '../processes/process.ts'
import type { Context, PersonId, Saying, Seat } from '../types.ts'
import type { Item, MeetingEvent, Now, Run } from './types.ts'

export function openItem(now: Now): Item | null {
  return now.items.find((i) => i.stage === 'open') ?? null
}

/** The process that takes commands now. */
export function running(now: Now): Run | null {
  const item = openItem(now)
  return item?.running ? (item.runs.at(-1) ?? null) : null
}

/** The open item's facilitator if it was handed over, else the meeting's. */
export function facilitatorOf(now: Now): PersonId | null {
  return openItem(now)?.facilitator ?? now.facilitator
}

export function seatOf(now: Now, person: PersonId): Seat | null {
  return now.seats.find((s) => s.person === person) ?? null
}

export function steers(now: Now, ctx: Context): boolean {
  return ctx.actor === facilitatorOf(now)
}

/** Facilitator or secretary, who enter what others say. */
export function records(now: Now, ctx: Context): boolean {
  return steers(now, ctx) || ctx.actor === now.secretary
}

/** The sentence under which a facilitator's act may be undone. */
export function undoable(id: string, params: Saying['with'] = {}): MeetingEvent {
  return { type: 'undoable', say: { id: `did.${id}`, with: params } }
}

/** As `undoable`, for what others may do as well: only the facilitator's act can be undone, and not what they did for themselves. */
export function undoableBy(now: Now, ctx: Context, id: string, person: PersonId): readonly MeetingEvent[] {
  return steers(now, ctx) && person !== ctx.actor ? [undoable(id, { who: { person } })] : []
}

/** What the running process may know of the meeting around it. */
export function aroundOf(now: Now, ctx: Context, agreed = false): Around {
  return {
    ...ctx,
    facilitator: facilitatorOf(now),
    secretary: now.secretary,
    seats: now.seats,
    settings: now.settings,
    lastRound: now.lastRound,
    sealed: running(now)?.sealed ?? {},
    sealedSeqs: running(now)?.sealedSeqs ?? {},
    agreed,
  }
}
