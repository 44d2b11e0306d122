import type { ReactNode } from 'react'
import type { PersonId, Seat } from '../../../shared/types.ts'
import { useHere, useMe, useMeeting, useName } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Ring } from '../../ui/ring/Ring.tsx'
import { Sign } from '../../ui/shown/Sign.tsx'
import type { Going } from '../marks.ts'
import { useNamed } from '../names.ts'
import { ringOf } from '../seats.ts'
import { useOpen } from './open.ts'
import { useSurface } from './surface.ts'

export type SeatsProps = {
  going?: Going | null
  /** The seat the arrow leaves from, where nobody has the turn yet. */
  from?: PersonId
  /** What a tap on a seat does; shows that person where left out. */
  press?: { words: (name: string) => string; act: (person: PersonId) => void }
  /** A control that belongs to the matter: in the middle, or beneath the ring where the middle is too small. */
  act?: ReactNode
  children: ReactNode
}

/** Sign and word under a name: what one must know to call someone. */
function useFact(going: Going | null): (seat: Seat) => ReactNode {
  const here = useHere()
  const me = useMe()
  const text = useText()
  const named = useNamed()
  return (seat) => {
    const { person, attendance, remote, noDevice } = seat
    const by = going?.marks[person]?.by
    if (by && by !== me) return text('desk.by', { name: named(by) })
    if (attendance === 'out') return text('desk.is_out')
    if (attendance === 'left') return text('desk.is_left')
    if (attendance === 'absent') return text('desk.is_absent')
    if (attendance === 'expected') return null
    const facts: ReactNode[] = []
    if (remote) facts.push(<Sign key="remote" name="remote" />, text('desk.remote'))
    const light = here?.lights?.[person]
    if (light === 'asleep') facts.push(<Sign key="asleep" name="asleep" />, text('desk.asleep'))
    else if (noDevice && light !== 'live') facts.push(<Sign key="none" name="no-device" />, text('desk.no_phone'))
    return facts.length > 0 ? facts : null
  }
}

/** The circle around the matter, as the facilitator sees it. */
export function Seats({ going = null, from, press, act, children }: SeatsProps) {
  const now = useMeeting()
  const me = useMe()
  const name = useName()
  const text = useText()
  const surface = useSurface()
  const named = useNamed()
  const { show } = useOpen()
  const fact = useFact(going)
  const { seats, ...way } = ringOf(now.seats, going, { surface: 'laptop', me, name, text })
  const arrow = from ? now.seats.findIndex((s) => s.person === from) : way.arrow
  const drawn = seats.map((seat, at) => ({
    ...seat,
    facts: now.seats[at] ? fact(now.seats[at]) : undefined,
    press: {
      words: press ? press.words(named(seat.id)) : text('desk.change_person', { name: named(seat.id) }),
      act: () => (press ? press.act(seat.id) : show({ what: 'person', person: seat.id })),
    },
  }))
  const beneath = surface === 'phone' && act
  const ring = (
    <Ring surface={surface} label={text('desk.seats')} seats={drawn} {...way} arrow={arrow}>
      {children}
      {beneath ? null : act}
    </Ring>
  )
  if (!beneath) return ring
  return (
    <div className="stack">
      {ring}
      {act}
    </div>
  )
}
