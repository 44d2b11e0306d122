import { useEffect, useRef } from 'react'
import { useMe, useMeeting } from '../../live/hooks.ts'
import { useSaying } from '../../live/words/text.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { callsOf } from './calls.ts'

/** Says each call once, and brings me back to the meeting when it is my turn. */
export function useCalls(onTurn: () => void): void {
  const now = useMeeting()
  const me = useMe()
  const announce = useAnnounce()
  const saying = useSaying()
  const said = useRef<Set<string> | null>(null)
  const calls = callsOf(now, me)
  const latest = useRef({ calls, onTurn })
  const keys = calls.map((call) => call.key).join('|')

  useEffect(() => {
    latest.current = { calls, onTurn }
  })

  useEffect(() => {
    if (keys === '') return
    const known = said.current
    const fresh = latest.current.calls.find((call) => !known?.has(call.key))
    said.current = new Set([...(known ?? []), ...keys.split('|')])
    if (!fresh || (known === null && !fresh.turn)) return
    announce(saying({ id: fresh.id, with: fresh.fill }), { urgent: fresh.turn, topic: fresh.turn ? 'turn' : 'step' })
    if (fresh.turn) latest.current.onTurn()
  }, [keys, announce, saying])
}
