import { type ReactNode, useState } from 'react'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useMe, useMeeting } from '../../live/hooks.ts'
import { browserKept } from '../../live/page/browser-storage.ts'
import { later, onDemand, shown } from '../../live/page/later.tsx'
import { usePageSurface } from '../../live/page/surface.ts'
import { useTitle } from '../../live/page/title.ts'
import { useText } from '../../live/words/text.ts'
import { turnOf } from '../../meeting/at.ts'
import { mySeat, shownItem } from '../../meeting/mine.ts'
import { expectPhone } from '../../processes/index.ts'
import { Lobby } from '../lobby/Lobby.tsx'
import { NoSeat } from '../lobby/NoSeat.tsx'
import { Loading } from '../parts/Loading.tsx'

const ParticipantStation = shown(
  later(() => import('../../stations/phone/PhoneStation.tsx').then((m) => m.ParticipantStation)),
  Loading,
)
const FacilitatorStation = shown(
  onDemand(async () => {
    const [station] = await Promise.all([
      import('../../stations/desk/DeskStation.tsx'),
      import('../../live/words/desk.ts'),
    ])
    return station.FacilitatorStation
  }),
  Loading,
)

/** Which surface of the meeting is this person's: the chair's, the table's, or still the door. */
export function StationFor() {
  const now = useMeeting()
  const me = useMe()
  const [reading, read] = useReading()
  const seat = mySeat(now, me)
  useTitle(now.name, useTurnWords(now, me))
  if (facilitatorOf(now) === me && me !== null) return <FacilitatorStation />
  if (now.stage !== 'ended' && me !== null && !seat) return <NoSeat me={me} />
  const isArriving = seat?.attendance !== 'present' && seat?.attendance !== 'out' && !reading
  const isLobby = now.stage === 'gathering' || (now.stage === 'open' && isArriving)
  if (!isLobby) expectShown(now)
  return isLobby && seat ? (
    <Small>
      <Lobby seat={seat} reading={reading} onRead={() => read(true)} onHere={() => read(false)} />
    </Small>
  ) : (
    <Small>
      <ParticipantStation />
    </Small>
  )
}

/** The station and what it shows come at once, not one because of the other. */
function expectShown(now: Now): void {
  const run = shownItem(now)?.runs.at(-1)
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
  const place = `reading.${id}.${me ?? ''}`
  const [reading, set] = useState(() => browserKept.read(place) === 'yes')
  function read(on: boolean): void {
    if (on) browserKept.write(place, 'yes')
    else browserKept.remove(place)
    set(on)
  }
  return [reading, read]
}
