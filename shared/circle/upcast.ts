import type { Logged } from '../stream.ts'
import type { Entry } from '../types.ts'
import type { CircleEvent, CircleState } from './types.ts'

/** The language in which a circle's log is written today. */
export const VERSION = 2

/** An event as version 1 wrote it; what it holds is as that version's types said. */
interface Old {
  readonly type: string
  readonly [field: string]: unknown
}

interface OldWaiting {
  readonly id: string
  readonly title: string
  readonly fields: object
  readonly next: object | null
  readonly meeting: string | null
}

/** Believes that an old event, once put right, is what today's types say: its version wrote nothing else. */
function today(event: object): CircleEvent {
  return event as CircleEvent
}

function waiting({ fields, next, ...entry }: OldWaiting): CircleEvent {
  const step = next && { ...next, to: null }
  return today({
    type: 'backlog.added',
    entry: { ...entry, kind: 'decide', next: step },
    travels: { draft: fields, carry: null },
  })
}

function casts(old: Old): readonly CircleEvent[] {
  switch (old.type) {
    case 'circle.created':
      // In version 1 a circle and its community were known by the same signs.
      return [today({ ...old, community: `o_${String(old.circle).slice(2)}` })]
    case 'backlog.added':
      return (old.entries as readonly OldWaiting[]).map(waiting)
    default:
      return [today(old)]
  }
}

/** In version 1 several things began to wait in one event, and a circle was not told its community. */
export function upcast(_: CircleState, { v, ...entry }: Logged): Entry<CircleEvent> {
  if (v >= VERSION) return entry as Entry<CircleEvent>
  return { ...entry, events: (entry.events as readonly Old[]).flatMap(casts) }
}
