import { useEffect, useRef } from 'react'
import type { PersonId } from '../../../shared/types.ts'
import { useMe, useMeeting } from '../../live/hooks.ts'
import { buzz, sound } from '../../live/page/cues.ts'
import { keepLit } from '../../live/page/wakelock.ts'
import { turnOf } from '../../meeting/at.ts'
import { mySeat } from '../../meeting/mine.ts'

/** Told by touch and, to those who are not in the room, by a soft sound: it is your turn, or the next. */
export function Cues({ together }: { together: readonly PersonId[] }) {
  const now = useMeeting()
  const me = useMe()
  const seat = mySeat(now, me)
  const isHere = seat?.attendance === 'present'
  const people = me === null ? together : [me, ...together]
  const turns = people.map((person) => turnOf(now, person))
  const cue = turns.includes('turn') ? 'turn' : turns.includes('next') ? 'next' : null
  const before = useRef(cue)
  const isRemote = seat?.remote ?? false

  useEffect(() => {
    const isNews = cue !== null && cue !== before.current
    before.current = cue
    if (!isNews) return
    buzz(cue)
    if (cue === 'turn' && isRemote) sound()
  }, [cue, isRemote])

  const isLit = isHere && now.stage !== 'ended'
  useEffect(() => {
    keepLit(isLit)
    return () => keepLit(false)
  }, [isLit])
  return null
}
