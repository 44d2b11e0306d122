import { useLayoutEffect, useSyncExternalStore } from 'react'

export type PageSurface = 'phone' | 'laptop' | 'room'

const wide = '(min-width: 46rem)'

function listen(changed: () => void): () => void {
  const query = matchMedia(wide)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Is there more room than a phone has? */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(wide).matches)
}

/** Sets letters and measures of the whole page to those of a surface, before anything is seen. */
export function usePageSurface(surface: PageSurface): void {
  useLayoutEffect(() => {
    const { classList } = document.documentElement
    const before = [...classList].filter((name) => name === 'phone' || name === 'laptop' || name === 'room')
    classList.remove('phone', 'laptop', 'room')
    classList.add(surface)
    return () => {
      classList.remove('phone', 'laptop', 'room')
      classList.add(...before)
    }
  }, [surface])
}
