import { createContext, useContext } from 'react'

export interface RoomAround {
  /** The way in, as dark and light; null until it has come. */
  readonly code: boolean[][] | null
  /** Nothing has been heard for a while: what is shown is old. */
  readonly old: boolean
}

/** What stands around every picture in the room. */
export const RoomContext = createContext<RoomAround>({ code: null, old: false })

export function useRoom(): RoomAround {
  return useContext(RoomContext)
}
