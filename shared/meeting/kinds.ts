import type { Kind } from '../processes/index.ts'
import { isKnown } from '../processes/known.ts'
import type { Entry } from '../types.ts'
import type { MeetingEvent } from './events.ts'
import type { MeetingState, Now } from './types.ts'

function kindsOf({ items }: Now): readonly Kind[] {
  return items.flatMap(({ runs }) => runs.map(({ kind }) => kind))
}

/** Kinds whose rules it takes to show this state, to fold these entries on it and to undo, and which are not here. */
export function missingKinds(state: MeetingState, entries: readonly Entry<MeetingEvent>[]): readonly Kind[] {
  const held = [state, state?.back?.from, state?.back?.state].flatMap((now) => (now ? kindsOf(now) : []))
  const begun = entries.flatMap(({ events }) => events.flatMap((e) => (e.type === 'process.begun' ? [e.kind] : [])))
  return [...new Set([...held, ...begun])].filter((kind) => !isKnown(kind))
}
