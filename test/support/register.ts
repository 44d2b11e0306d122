import { noRegister, type Register, registered } from '../../shared/circle/register.ts'
import type { BacklogEntry, CircleEvent, Travels } from '../../shared/circle/types.ts'
import type { Entry } from '../../shared/types.ts'
import type { Circle } from './circle.ts'

/** All that a circle ever decided, held and had waiting, folded from its log. */
export function registerOf(log: readonly Entry<CircleEvent>[]): Register {
  return log.reduce(registered, noRegister)
}

interface Waiting extends BacklogEntry {
  readonly travels: Travels | null
}

/** What waits in a circle, each with what travels with it: read from the entry whose number the state keeps. */
export function waiting({ state, log }: Circle): readonly Waiting[] {
  return (state?.backlog ?? []).map((one) => {
    const events = log.find(({ seq }) => seq === one.carried)?.events ?? []
    const added = events.flatMap((event) => (event.type === 'backlog.added' ? [event] : []))
    return { ...one, travels: added.find(({ entry }) => entry.id === one.id)?.travels ?? null }
  })
}
