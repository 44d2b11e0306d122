import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

export type Measured = { width: number; height: number }

/** The inner size of an element in pixels, kept up to date; null before it is known or where nothing lays out. */
export function useMeasure(ref: RefObject<HTMLElement | null>): Measured | null {
  const [size, setSize] = useState<Measured | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    function read() {
      const width = element?.clientWidth ?? 0
      const height = element?.clientHeight ?? 0
      setSize((old) => (width === 0 || (old?.width === width && old.height === height) ? old : { width, height }))
    }
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
