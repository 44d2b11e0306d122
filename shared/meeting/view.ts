import type { Seen, Viewer } from '../stream.ts'
import type { Entry } from '../types.ts'
import type { Item, MeetingEvent, MeetingState, Now, Run } from './types.ts'

/** Everyone gets every number; a secret goes to its readers alone. */
export function seeEntry(entry: Entry<MeetingEvent>, viewer: Viewer): Seen<Entry<MeetingEvent>> {
  const events = entry.events.filter(
    (e) => e.type !== 'sealed' || (viewer.person !== null && e.only.includes(viewer.person)),
  )
  return { ...entry, events } as unknown as Seen<Entry<MeetingEvent>>
}

function seeRun(run: Run, viewer: Viewer): Run {
  const slots = Object.entries(run.sealed).map(([slot, values]) => {
    const own = Object.entries(values).filter(([of]) => of === viewer.person)
    return [slot, Object.fromEntries(own)] as const
  })
  return { ...run, sealed: Object.fromEntries(slots.filter(([, own]) => Object.keys(own).length > 0)) }
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
