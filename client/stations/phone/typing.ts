import { useEffect, useState } from 'react'

function isText(place: unknown): boolean {
  return place instanceof HTMLTextAreaElement || (place instanceof HTMLInputElement && place.type === 'text')
}

/** Does a field on this page have the focus? Nothing may take it away then. */
export function useTyping(): boolean {
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    const entered = (event: FocusEvent) => setTyping(isText(event.target))
    const left = (event: FocusEvent) => setTyping(isText(event.relatedTarget))
    document.addEventListener('focusin', entered)
    document.addEventListener('focusout', left)
    return () => {
      document.removeEventListener('focusin', entered)
      document.removeEventListener('focusout', left)
    }
  }, [])
  return typing
}
