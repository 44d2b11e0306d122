import type { Slots } from '../processes/process.ts'
import type { Seen, Viewer } from '../stream.ts'
import type { Entry, PersonId } from '../types.ts'
import type { MeetingEvent, SentEvent } from './events.ts'
import type { Back, Item, MeetingState, Now, Run } from './types.ts'

/** Nothing in it is hidden from this viewer: the one place where that is said of a meeting. */
function asSeen<T>(value: T): Seen<T> {
  return value as Seen<T>
}

/** For whoever folds it is an entry like any other: no fold reads what is left out of an event as it is sent. */
function foldable(entry: Entry<SentEvent>): Entry<MeetingEvent> {
  return entry as Entry<MeetingEvent>
}

function seeEvent(event: MeetingEvent, { person }: Viewer): readonly SentEvent[] {
  if (event.type === 'sealed') return person !== null && event.only.includes(person) ? [event] : []
  if (event.type !== 'sealed.destroyed') return [event]
  const { destroys: _, ...gone } = event
  return [gone]
}

/**
 * Everyone gets every number; a secret goes to its readers alone. Where nothing is left, not even whose
 * command it was: that someone changed a sealed answer is theirs to know, also when it is destroyed.
 */
export function seeEntry(entry: Entry<MeetingEvent>, viewer: Viewer): Seen<Entry<MeetingEvent>> {
  const events = entry.events.flatMap((event) => seeEvent(event, viewer))
  const { seq, at } = entry
  const isBare = events.length === 0 && entry.events.length > 0
  return asSeen(foldable(isBare ? { seq, at, id: '', by: '', events } : { ...entry, events }))
}

function own<Value>(slots: Slots<Value>, viewer: Viewer): Slots<Value> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([slot, values]) => {
      const value = viewer.person === null ? undefined : values[viewer.person]
      return value === undefined || viewer.person === null ? [] : [[slot, { [viewer.person]: value }]]
    }),
  )
}

function seeRun(run: Run, viewer: Viewer): Run {
  return { ...run, sealed: own(run.sealed, viewer), sealedSeqs: own(run.sealedSeqs, viewer) }
}

function seeItems(items: readonly Item[], viewer: Viewer): readonly Item[] {
  return items.map((item) => ({ ...item, runs: item.runs.map((run) => seeRun(run, viewer)) }))
}

function seeNow(now: Now, viewer: Viewer): Now {
  return { ...now, items: seeItems(now.items, viewer) }
}

function seeBack(back: Back, viewer: Viewer): Back {
  const { from, state } = back
  return from && state ? { ...back, from: seeNow(from, viewer), state: seeNow(state, viewer) } : back
}

/** What this viewer may know of the meeting: folding what they see gives the same. */
export function seeState(state: MeetingState, viewer: Viewer): Seen<MeetingState> {
  if (!state) return asSeen(null)
  const { back, ...now } = state
  return asSeen({ ...seeNow(now, viewer), back: back && seeBack(back, viewer) })
}

function holdsTheirs({ items }: Now, person: PersonId): boolean {
  const held = items.flatMap(({ runs }) => runs.flatMap((run) => [run.sealed, run.sealedSeqs]))
  return held.some((slots) => Object.values(slots).some((values) => values[person] !== undefined))
}

/** Does this person see anything in it that not everyone sees? */
export function seesMore(state: MeetingState, person: PersonId): boolean {
  if (!state) return false
  return [state, state.back?.from, state.back?.state].some((now) => now !== undefined && holdsTheirs(now, person))
}

/** As things stand, with what may be undone but not what would be then. */
export function still(state: Seen<MeetingState>): Seen<MeetingState> {
  if (!state?.back) return state
  const { from: _, state: __, ...back } = state.back
  return asSeen({ ...state, back })
}

/** Where somebody who folds on has to begin, so that they can also fold an undo. */
export function foldedFrom(state: MeetingState): { readonly seq: number; readonly state: MeetingState } | null {
  if (!state?.back?.from) return null
  return { seq: state.back.seq - 1, state: { ...state.back.from, back: null } }
}
