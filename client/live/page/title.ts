import { useEffect } from 'react'

const badge = '●'

/** The title of the window, with a mark in front while something waits for the person: seen from another tab. */
export function useTitle(title: string, cue: string | null = null): void {
  useEffect(() => {
    document.title = cue ? `${badge} ${cue} · ${title}` : title
  }, [title, cue])
}
