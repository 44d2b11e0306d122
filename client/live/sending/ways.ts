import { useEffect, useState } from 'react'
import type { AnyCommand } from '../../../shared/protocol.ts'
import { useLiveState } from '../context.tsx'
import { useConnection, useTaps } from '../hooks.ts'

/** A tap that takes longer is shown as on its way; one that takes much longer as not sent. */
const shownAfter = 400
const unsentAfter = 5000

export type SendingState = 'no' | 'sending' | 'unsent'

/** How my own commands of this sort are doing on their way to the server. */
export function useSending(of: (command: AnyCommand) => boolean): SendingState {
  const first = useTaps().find((tap) => tap.done === null && of(tap.command))
  const connection = useConnection()
  const offset = useLiveState((state) => state.offset)
  const [age, setAge] = useState(0)
  const madeAt = first ? first.at - offset : null
  useEffect(() => {
    if (madeAt === null) return
    const look = () => setAge(Date.now() - madeAt)
    look()
    const timers = [shownAfter, unsentAfter].map((ms) => setTimeout(look, Math.max(0, madeAt + ms + 1 - Date.now())))
    return () => timers.forEach(clearTimeout)
  }, [madeAt])
  if (madeAt === null) return 'no'
  if (connection.state === 'offline' || age > unsentAfter) return 'unsent'
  return age > shownAfter ? 'sending' : 'no'
}
