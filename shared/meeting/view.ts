import type { Seen, Viewer } from '../stream.ts'
import type { Entry, PersonId } from '../types.ts'
import type { Item, MeetingEvent, MeetingState, Now, Run } from './types.ts'

/**
 * Everyone gets every number; a secret goes to its readers alone. Where nothing is left, not even whose
 * command it was: that someone changed a sealed answer is theirs to know.
 */
export function seeEntry(entry: Entry<MeetingEvent>, viewer: Viewer): Seen<Entry<MeetingEvent>> {
  const events = entry.events.filter(
    (e) => e.type !== 'sealed' || (viewer.person !== null && e.only.includes(viewer.person)),
  )
  const { seq, at } = entry
  const seen =
    events.length > 0 || entry.events.length === 0 ? { ...entry, events } : { seq, at, id: '', by: '', events }
  return seen as unknown as Seen<Entry<MeetingEvent>>
}

type Slots<Value> = Readonly<Record<string, Readonly<Record<PersonId, Value>>>>

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

function seeNow<T extends Now>(now: T, viewer: Viewer): T {
  const atEnd = now.atEnd && { ...now.atEnd, items: seeItems(now.atEnd.items, viewer) }
  return { ...now, items: seeItems(now.items, viewer), atEnd }
}

/** What this viewer may know of the meeting: folding what they see gives the same. */
export function seeState(state: MeetingState, viewer: Viewer): Seen<MeetingState> {
  if (!state) return null as unknown as Seen<MeetingState>
  const back = state.back && { ...state.back, state: seeNow(state.back.state, viewer) }
  return { ...seeNow(state, viewer), back } as unknown as Seen<MeetingState>
}
