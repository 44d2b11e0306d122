import { type ReactNode, useState } from 'react'
import { shownRun, stationOf } from '../../../shared/meeting/shown.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useMe, useMeeting } from '../../live/hooks.ts'
import { shown } from '../../live/page/later.tsx'
import { usePageSurface } from '../../live/page/surface.ts'
import { useTitle } from '../../live/page/title.ts'
import { useText } from '../../live/words/text.ts'
import { turnOf } from '../../meeting/at.ts'
import { mySeat } from '../../meeting/mine.ts'
import { expectPhone } from '../../processes/index.ts'
import { Lobby } from '../lobby/Lobby.tsx'
import { NoSeat } from '../lobby/NoSeat.tsx'
import { Loading } from '../parts/Loading.tsx'
import { isReading, keepReading } from './reading.ts'
import { stations } from './stations.ts'

const ParticipantStation = shown(stations.phone, Loading)
const FacilitatorStation = shown(stations.desk, Loading)

/** The surface of the meeting that is this person's. */
export function StationFor() {
  const now = useMeeting()
  const me = useMe()
  const [reading, read] = useReading()
  const seat = mySeat(now, me)
  useTitle(now.name, useTurnWords(now, me))
  const station = stationOf(now, me, reading)
  if (station === 'desk') return <FacilitatorStation />
  if (station === 'phone') {
    expectShown(now)
    return (
      <Small>
        <ParticipantStation />
      </Small>
    )
  }
  if (!seat) return me === null ? null : <NoSeat me={me} />
  return (
    <Small>
      <Lobby seat={seat} reading={reading} onRead={() => read(true)} onHere={() => read(false)} />
    </Small>
  )
}

/** The station and what it shows come at once, not one because of the other. */
function expectShown(now: Now): void {
  const run = shownRun(now)
  if (run) expectPhone(run.kind)
}

function Small({ children }: { children: ReactNode }) {
  usePageSurface('phone')
  return children
}

/** My turn shows in the title of the window too, for whoever looks at another one. */
function useTurnWords(now: Now, me: PersonId | null): string | null {
  const text = useText()
  const turn = me === null ? null : turnOf(now, me)
  if (turn === null) return null
  return text(turn === 'turn' ? 'live.your_turn' : 'live.next')
}

/** Who has said that they only read along is not asked again, on this device. */
function useReading(): readonly [boolean, (on: boolean) => void] {
  const { id } = useMeeting()
  const me = useMe()
  const [reading, set] = useState(() => isReading(id, me))
  function read(on: boolean): void {
    keepReading(id, me, on)
    set(on)
  }
  return [reading, read]
}
