import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** How much smaller something must be drawn to be no higher than `limit`; 1 when it fits. */
export function useSqueeze(ref: RefObject<HTMLElement | null>, limit: number): number {
  const [squeeze, setSqueeze] = useState(1)
  useLayoutEffect(() => {
    const height = ref.current?.offsetHeight ?? 0
    setSqueeze(height > limit ? Math.max(0.4, Math.round((limit / height) * 100) / 100) : 1)
  })
  return squeeze
}
