import '../live/words/room.ts'
import { useLocation } from 'wouter'
import { onScreen } from '../../shared/circle/shown.ts'
import type { CircleId } from '../../shared/types.ts'
import { ViewProvider } from '../live/context.tsx'
import { useFollow } from '../live/follow.ts'
import { useCircle, useFollowing } from '../live/hooks.ts'
import { onDemand, shown } from '../live/page/later.tsx'
import { useTitle } from '../live/page/title.ts'
import { useText } from '../live/words/text.ts'
import { RoomStation } from '../stations/room/RoomStation.tsx'
import { Loading } from './parts/Loading.tsx'
import { Plain } from './parts/Plain.tsx'
import { RoomWaits } from './room/RoomWaits.tsx'

const OpenLink = shown(
  onDemand(() => import('./join/OpenLink.tsx').then((m) => m.OpenLink)),
  Loading,
)

/** The screen on the wall. Its link names the circle; it shows whichever meeting is on, and waits between meetings. */
export function RoomScreen({ circle }: { circle: CircleId | null }) {
  const [, go] = useLocation()
  if (circle === null)
    return <OpenLink words="room.open_words" onOpen={(opened) => go(`/room/${opened.circle}`, { replace: true })} />
  return (
    <ViewProvider view={{ stream: circle, kind: 'circle', as: null }}>
      <RoomOf circle={circle} />
    </ViewProvider>
  )
}

function RoomOf({ circle }: { circle: CircleId }) {
  const text = useText()
  useFollow([{ stream: circle, kind: 'circle', as: null }])
  const following = useFollowing()
  const state = useCircle()
  useTitle(state?.name ?? text('common.app'))
  if (following?.refused && following.replica.seq === null) {
    return (
      <Plain title={text('meeting.unknown')}>
        <p>{text('meeting.unknown_more')}</p>
      </Plain>
    )
  }
  if (!state) return <Loading />
  const shown = onScreen(state)
  if (!shown) return <RoomWaits circle={state} />
  return (
    <ViewProvider key={shown.id} view={{ stream: shown.id, kind: 'meeting', as: null }}>
      <RoomMeeting meeting={shown.id} />
    </ViewProvider>
  )
}

function RoomMeeting({ meeting }: { meeting: string }) {
  useFollow([{ stream: meeting, kind: 'meeting', as: null }])
  const following = useFollowing()
  if (!following || following.replica.seq === null) return <Loading />
  return <RoomStation />
}
