import { useSyncExternalStore } from 'react'
import type { MyPerson } from '../../../shared/http.ts'
import type { CircleId, PersonId } from '../../../shared/types.ts'
import { browserKept } from '../page/browser-storage.ts'

const listeners = new Set<() => void>()

/** Which of this device's people speaks now, in this circle. */
export function choose(circle: CircleId, person: PersonId): void {
  browserKept.write(`as.${circle}`, person)
  for (const listener of listeners) listener()
}

/** The chosen one of these people, else the first; null where there is none. */
export function useChosen(circle: CircleId | null, people: readonly MyPerson[]): PersonId | null {
  const chosen = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (circle === null ? null : browserKept.read(`as.${circle}`)),
  )
  return among(circle, people, chosen)
}

/** As `useChosen`, at this moment. */
export function chosenOf(circle: CircleId, people: readonly MyPerson[]): PersonId | null {
  return among(circle, people, browserKept.read(`as.${circle}`))
}

function among(circle: CircleId | null, people: readonly MyPerson[], chosen: string | null): PersonId | null {
  const here = people.filter((each) => circle !== null && each.circles.includes(circle))
  return (here.find((each) => each.person === chosen) ?? here[0])?.person ?? null
}
