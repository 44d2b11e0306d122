import { useMe } from '../../../live/hooks.ts'
import { useHeld } from '../../phone/held.ts'
import { Listening } from './Listening.phone.tsx'
import { MyTurn } from './MyTurn.phone.tsx'
import type { Talk } from './talk.ts'

/** A talking round on my phone: my turn, or someone else's. */
export function TalkingRound({ talk }: { talk: Talk }) {
  const me = useMe()
  const mine = useHeld(me !== null && talk.round.speaking?.person === me && !talk.round.paused)
  return mine ? <MyTurn talk={talk} /> : <Listening talk={talk} />
}
