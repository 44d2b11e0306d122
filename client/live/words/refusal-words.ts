import { useCallback } from 'react'
import type { No } from '../../../shared/protocol.ts'
import { isKnown, useSaying } from './text.ts'

/** A refusal in words the reader can use; a reason without words of its own speaks through its code. */
export function useRefusalWords(): (no: Pick<No, 'reason' | 'code' | 'with'>) => string {
  const saying = useSaying()
  return useCallback(
    ({ reason, code, with: params }) => {
      const id = isKnown(`refusal.${reason}`) ? `refusal.${reason}` : `refusal.${code}`
      return saying({ id, with: params })
    },
    [saying],
  )
}
