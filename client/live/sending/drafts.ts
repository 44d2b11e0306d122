import { useCallback, useState } from 'react'
import { useView } from '../context.tsx'
import { browserKept } from '../page/browser-storage.ts'

/**
 * Words being written, kept in this browser alone for this person and stream until `clear`, which is called
 * when the sending has settled. While nothing was typed it shows `initial`.
 */
export function useDraft(key: string, initial = ''): [string, (value: string) => void, () => void] {
  const { stream, as } = useView()
  const place = `draft.${stream}.${as ?? ''}.${key}`
  const [held, setHeld] = useState(() => ({ place, value: browserKept.read(place) }))
  // Another key or another person is another draft.
  const value = held.place === place ? held.value : browserKept.read(place)
  const write = useCallback(
    (next: string) => {
      browserKept.write(place, next)
      setHeld({ place, value: next })
    },
    [place],
  )
  const clear = useCallback(() => {
    browserKept.remove(place)
    setHeld({ place, value: null })
  }, [place])
  return [value ?? initial, write, clear]
}
