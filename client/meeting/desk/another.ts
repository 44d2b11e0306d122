import { createContext, useContext } from 'react'

/** Leads to whatever may be begun next at the same item. */
export const AnotherContext = createContext<() => void>(() => undefined)

export function useAnother(): () => void {
  return useContext(AnotherContext)
}
