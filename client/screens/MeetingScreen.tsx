import '../live/words/join.ts'
import { useState } from 'react'
import type { Mine } from '../../shared/http.ts'
import type { CircleId, MeetingId } from '../../shared/types.ts'
import { ViewProvider } from '../live/context.tsx'
import { useFollow } from '../live/follow.ts'
import { useChosen } from '../live/http/chosen.ts'
import { useMine } from '../live/http/mine.ts'
import { useRefusalWords } from '../live/words/refusal-words.ts'
import { useText } from '../live/words/text.ts'
import { circlesOf } from './meeting/circles.ts'
import { MeetingHere } from './meeting/MeetingHere.tsx'
import { Loading } from './parts/Loading.tsx'
import { Plain } from './parts/Plain.tsx'

interface MeetingScreenProps {
  readonly meeting: MeetingId
  /** Its minutes alone, on a page of their own. */
  readonly minutes?: boolean
}

/** A meeting, for whoever of this device's people belongs to it. */
export function MeetingScreen({ meeting, minutes }: MeetingScreenProps) {
  const words = useRefusalWords()
  const mine = useMine()
  if (mine === null || (!mine.ok && mine.retryable)) return <Loading />
  if (!mine.ok) return <Plain title={words(mine)} />
  return <Among mine={mine} meeting={meeting} minutes={minutes} />
}

/** Each circle of this device is tried until one knows the meeting. */
function Among({ mine, meeting, minutes }: MeetingScreenProps & { mine: Mine }) {
  const text = useText()
  const [tried, setTried] = useState<readonly CircleId[]>([])
  const first = circlesOf(mine, meeting).find(({ circle }) => !tried.includes(circle))
  if (!first) {
    return (
      <Plain title={text('meeting.unknown')}>
        <p>{text('meeting.unknown_more')}</p>
      </Plain>
    )
  }
  const { circle } = first
  return (
    <As
      key={circle}
      mine={mine}
      circle={circle}
      meeting={meeting}
      minutes={minutes}
      onRefused={() => setTried([...tried, circle])}
    />
  )
}

interface AsProps extends MeetingScreenProps {
  readonly mine: Mine
  readonly circle: CircleId
  readonly onRefused: () => void
}

/** All of this device's people of that circle are kept current; one of them holds the screen. */
function As({ mine, circle, meeting, minutes, onRefused }: AsProps) {
  const me = useChosen(circle, mine.people)
  const here = mine.people.filter((person) => person.circles.includes(circle)).map(({ person }) => person)
  useFollow(here.map((as) => ({ stream: meeting, kind: 'meeting', as })))
  return (
    <ViewProvider view={{ stream: meeting, kind: 'meeting', as: me }} key={me}>
      <MeetingHere
        circle={circle}
        together={here.filter((person) => person !== me)}
        minutes={minutes}
        onRefused={onRefused}
      />
    </ViewProvider>
  )
}
