import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Live, LiveState, View } from './state.ts'

const LiveContext = createContext<Live | null>(null)
const ViewContext = createContext<View | null>(null)

/** Everything beneath can follow streams and send commands. */
export function LiveProvider({ live, children }: { live: Live; children: ReactNode }) {
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

/** Everything beneath looks at one stream with the eyes of one person, or of a screen. */
export function ViewProvider({ view, children }: { view: View; children: ReactNode }) {
  return <ViewContext.Provider value={view}>{children}</ViewContext.Provider>
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('LiveProvider is missing')
  return live
}

export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('ViewProvider is missing')
  return view
}

/** `pick` must return the same thing as long as nothing changed. */
export function useLiveState<T>(pick: (state: LiveState) => T): T {
  const live = useLive()
  return useSyncExternalStore(live.subscribe, () => pick(live.getState()))
}
