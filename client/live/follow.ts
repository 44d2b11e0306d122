import { useEffect } from 'react'
import { useLive } from './context.tsx'
import type { View } from './state.ts'

/** Keeps the copies of these views current while the screen is there. */
export function useFollow(views: readonly View[]): void {
  const live = useLive()
  const wanted = JSON.stringify(views.map(({ stream, kind, as }) => ({ stream, kind, as })))
  useEffect(() => {
    const stops = (JSON.parse(wanted) as View[]).map((view) => live.follow(view))
    return () => {
      for (const stop of stops) stop()
    }
  }, [live, wanted])
}
