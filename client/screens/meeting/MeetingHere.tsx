import { useEffect } from 'react'
import type { CircleId, PersonId } from '../../../shared/types.ts'
import { useFollowing } from '../../live/hooks.ts'
import { useOfflineBar } from '../../live/line/OfflineBar.tsx'
import { fetchLater, onDemand, shown } from '../../live/page/later.tsx'
import { useText } from '../../live/words/text.ts'
import { Phone } from '../../ui/frames/Phone.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Cues } from './Cues.tsx'
import { StationFor } from './StationFor.tsx'
import { Strips } from './Strips.tsx'

interface MeetingHereProps {
  readonly circle: CircleId
  /** Others who share this device. */
  readonly together: readonly PersonId[]
  readonly minutes?: boolean
  readonly onRefused: () => void
}

const MinutesPage = shown(
  onDemand(() => import('../MinutesPage.tsx').then((m) => m.MinutesPage)),
  Loading,
)

/** The first screen comes first. */
const quiet = 1500

/** The meeting once it has come: a station, and above its foot what concerns the person and not the step. */
export function MeetingHere({ circle, together, minutes, onRefused }: MeetingHereProps) {
  const text = useText()
  const bar = useOfflineBar()
  const following = useFollowing()
  const isHere = following !== null && following.replica.seq !== null
  useEffect(() => {
    if (!isHere) return
    const timer = setTimeout(() => void fetchLater(), quiet)
    return () => clearTimeout(timer)
  }, [isHere])
  const isOut = following?.refused != null && following.replica.seq === null
  useEffect(() => {
    if (isOut) onRefused()
  }, [isOut, onRefused])
  if (!following || following.replica.seq === null) {
    return bar ? <Phone title={text('common.loading')} bar={bar} /> : <Loading />
  }
  if (minutes) return <MinutesPage />
  return (
    <>
      <StationFor />
      <Cues together={together} />
      <Strips circle={circle} together={together} />
    </>
  )
}
