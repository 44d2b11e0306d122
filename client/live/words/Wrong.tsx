import { useEffect } from 'react'
import type { No } from '../../../shared/protocol.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { useRefusalWords } from './refusal-words.ts'

/** Why something was not done, where it was tried. Said aloud once through the page's one announcer. */
export function Wrong({ no }: { no: No | null }) {
  const words = useRefusalWords()
  const announce = useAnnounce()
  const said = no ? words(no) : null
  useEffect(() => {
    if (said) announce(said, { urgent: true, topic: 'refusal' })
  }, [said, announce])
  return said ? <p className="strong">{said}</p> : null
}
