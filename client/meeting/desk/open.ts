import { createContext, type ReactNode, useContext } from 'react'
import type { ItemId, PersonId } from '../../../shared/types.ts'

/** What lies over the desk: one dialog at a time. */
export type Open =
  | { readonly what: 'more' }
  | { readonly what: 'agenda' }
  | { readonly what: 'item'; readonly item: ItemId }
  | { readonly what: 'people' }
  | { readonly what: 'person'; readonly person: PersonId }
  | { readonly what: 'add person' }
  | { readonly what: 'link' }
  | { readonly what: 'aside' }
  | { readonly what: 'notes' }
  | { readonly what: 'end' }

export interface OpenState {
  readonly open: Open | null
  readonly show: (open: Open | null) => void
  /** The room's picture stands over everything but the main control. */
  readonly room: boolean
  readonly showRoom: (on: boolean) => void
  readonly keys: boolean
  readonly setKeys: (on: boolean) => void
  /** What is open, drawn by the station; `forPerson` is what the step may enter for one person. */
  readonly dialogs: (forPerson?: (person: PersonId) => ReactNode) => ReactNode
  /** The room's picture with the controls that lead on. */
  readonly picture: (act: ReactNode, last: ReactNode) => ReactNode
}

const nothing = () => {}
export const OpenContext = createContext<OpenState>({
  open: null,
  show: nothing,
  room: false,
  showRoom: nothing,
  keys: true,
  setKeys: nothing,
  dialogs: () => null,
  picture: () => null,
})

export function useOpen(): OpenState {
  return useContext(OpenContext)
}
