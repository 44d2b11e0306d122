import type { Turns } from '../../../../shared/parts/turns.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Big } from '../../../ui/shown/Big.tsx'
import { partOf } from '../../mine.ts'
import { Frame } from '../../phone/Frame.tsx'
import { useChair } from '../../phone/people.ts'
import { SeatRing } from '../../phone/SeatRing.tsx'
import { Spotlight } from '../../phone/Spotlight.tsx'
import { useTurnsGoing } from './marks.ts'
import { NextLine } from './NextLine.phone.tsx'
import { placeIn } from './place.ts'
import { type Talk, talking } from './talk.ts'

/** Someone else's turn: who speaks, who is next, how far off I am. Nothing to do. */
export function Listening({ talk }: { talk: Talk }) {
  const text = useText()
  const { round, matter } = talk
  const going = useTurnsGoing(round)
  return (
    <Frame title={text(`my.round.${talking(round.kind)}`)}>
      <SeatRing going={going}>
        <Middle round={round} />
      </SeatRing>
      <NextLine round={round} />
      {round.stage === 'running' && !round.speaking ? <p className="lead">{text('my.anything_more')}</p> : null}
      {matter}
      <Mine talk={talk} />
    </Frame>
  )
}

function Middle({ round }: { round: Turns }) {
  const text = useText()
  if (round.speaking) return <Spotlight person={round.speaking.person} does="speaking" paused={round.paused} />
  return (
    <Big as="p" size="title">
      {text(round.stage === 'ended early' ? 'my.stopped' : 'my.all_heard')}
    </Big>
  )
}

/** What this round still holds for me, or what I did in it. */
function Mine({ talk: { round, aim } }: { talk: Talk }) {
  const text = useText()
  const send = useSend()
  const now = useMeeting()
  const me = useMe()
  const who = useChair()
  const place = placeIn(round, me)
  const running = round.stage === 'running'
  if (partOf(now, me) !== 'here') return null
  if (!running) return <p className="quiet free">{text('my.goes_on', { who })}</p>
  if (place.is === 'passed') {
    return (
      <div className="sides">
        <p className="quiet">{text('my.you_passed')}</p>
        <Button kind="text" onPress={() => send({ type: 'turn.unpass', ...aim, for: null })}>
          {text('my.take_back')}
        </Button>
      </div>
    )
  }
  if (place.is === 'spoken') return <p className="quiet free">{text('my.you_spoke')}</p>
  if (place.is === 'waiting' && place.as !== 'upcoming') {
    return <p className="quiet free">{text(`my.waits.${place.as}`, { who })}</p>
  }
  if (place.is === 'none') return null
  return <p className="quiet free">{text(round.paused ? 'my.paused_by' : 'my.will_call', { who })}</p>
}
