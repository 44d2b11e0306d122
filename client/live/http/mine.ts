import { useEffect, useSyncExternalStore } from 'react'
import type { Mine } from '../../../shared/http.ts'
import { type Answer, get } from './http.ts'

type Known = Answer<Mine> | null

const again = 2000

const listeners = new Set<() => void>()
let known: Known = null
let asking: Promise<Known> | null = null

/** Asks the server again: after joining, leaving, or making a circle. */
export async function askWhoIAm(): Promise<Answer<Mine>> {
  asking ??= get<Mine>('/api/me')
  const answer = (await asking) as Answer<Mine>
  asking = null
  known = answer
  for (const listener of listeners) listener()
  return answer
}

/** Null until the server has answered. */
export function useMine(): Answer<Mine> | null {
  const mine = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => known,
  )
  useEffect(() => {
    if (mine === null) void askWhoIAm()
    if (mine === null || mine.ok || !mine.retryable) return
    const timer = setTimeout(() => void askWhoIAm(), again)
    return () => clearTimeout(timer)
  }, [mine])
  return mine
}

/** What the server said before does not hold here: for tests. */
export function forgetWhoIAm(): void {
  known = null
}
