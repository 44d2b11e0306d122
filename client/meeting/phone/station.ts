import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { PersonId } from '../../../shared/types.ts'

/** What a screen of the phone finds around it. */
export interface Station {
  readonly over: ReactNode
  readonly menu: ReactNode
  readonly bar: ReactNode
  /** How to sit down, for whoever does not take part yet; it is then all there is to do. */
  readonly join: ReactNode
  readonly me: PersonId | null
  readonly openMinutes: () => void
  /** Words are being written: nothing may take the screen away until they are left. */
  readonly writing: boolean
  readonly setWriting: (on: boolean) => void
}

export const StationContext = createContext<Station | null>(null)

export function useStation(): Station {
  const station = useContext(StationContext)
  if (!station) throw new Error('a screen of the phone stands in the station of a participant')
  return station
}

/** Holds the screen while `on`: who writes is not moved on, a line above tells them what happened. */
export function useWriting(on: boolean): void {
  const { setWriting } = useStation()
  useEffect(() => {
    if (!on) return
    setWriting(true)
    return () => setWriting(false)
  }, [on, setWriting])
}
