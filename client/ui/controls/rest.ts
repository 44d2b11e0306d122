import { useEffect, useState } from 'react'

/** How recently somebody must have pressed for a control that now appears to rest first. */
const RECENT = 1500
let pressedAt = Number.NEGATIVE_INFINITY

/** Remembers that something was pressed just now; every control of ours calls it. */
export function notePress(): void {
  pressedAt = performance.now()
}

/**
 * True for `ms` after `key` changes, and after a control appears where somebody has just pressed,
 * so that a double press cannot answer for the next person. Hand it to a control as `resting`.
 */
export function useRest(key: unknown, ms = 500): boolean {
  const [rested, setRested] = useState(() =>
    performance.now() - pressedAt > RECENT ? { key } : { key: undefined as unknown, fresh: true },
  )
  const resting = 'fresh' in rested || !Object.is(rested.key, key)
  useEffect(() => {
    if (!resting) return
    const timer = setTimeout(() => setRested({ key }), ms)
    return () => clearTimeout(timer)
  }, [resting, key, ms])
  return resting
}
