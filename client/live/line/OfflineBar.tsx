import { type ReactNode, useEffect, useState } from 'react'
import { Bar } from '../../ui/frames/Bar.tsx'
import { useLiveState } from '../context.tsx'
import { useConnection, useTaps } from '../hooks.ts'
import { useText } from '../words/text.ts'

const quietFor = 3000

/** For the `bar` of a frame: says that one is offline, once that has lasted; else null. */
export function useOfflineBar(): ReactNode {
  const text = useText()
  const { state, since } = useConnection()
  const bye = useLiveState((live) => live.bye)
  const isWaiting = useTaps().some((tap) => tap.done === null)
  const lasting = useLasting(state !== 'live', since)
  if (bye === 'replaced') return <Bar>{text('live.replaced')}</Bar>
  if (!lasting) return null
  if (bye === 'restarting' || bye === 'too_new') return <Bar>{text('live.restarting')}</Bar>
  return (
    <Bar>
      <span>
        <b>{text('live.offline')}</b> {text(isWaiting ? 'live.offline_waiting' : 'live.offline_read')}
      </span>
    </Bar>
  )
}

/** True once `on` has held since that moment for long enough to be worth a word. */
function useLasting(on: boolean, since: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!on) return
    const timer = setTimeout(() => setLong(true), Math.max(0, since + quietFor - Date.now()))
    return () => clearTimeout(timer)
  }, [on, since])
  return on && long
}
