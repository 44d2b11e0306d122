import '../../live/words/join.ts'
import { useEffect, useState } from 'react'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import { CHAIR_AFTER, mayTake } from '../../../shared/meeting/chair.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useConnection, useHere, useMe, useMeeting, useName, useSend, useServerNow } from '../../live/hooks.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './meeting.module.css'

/** The facilitator's chair when it moves: offered by the one in it, empty, or wanted back. Nobody is moved by a machine. */
export function ChairStrip() {
  const now = useMeeting()
  const me = useMe()
  const here = useHere()
  const { state } = useConnection()
  if (now.stage === 'ended') return null
  const chair = facilitatorOf(now)
  if (chair === me && me !== null) return <InTheChair now={now} me={me} />
  if (now.offered !== null && now.offered === me) return <Offered chair={chair} />
  const since = chair === null ? now.chairEmpty : (here?.facilitatorGone ?? null)
  // Offline, nobody knows who can be reached.
  return since === null || state !== 'live' ? null : <Gone now={now} me={me} since={since} />
}

/** Not at once: a sleeping laptop comes back. While people gather a facilitator may well not be there yet. */
const saidAfter = { gathering: 3 * CHAIR_AFTER, open: CHAIR_AFTER / 4 } as const

function Gone({ now, me, since }: { now: Now; me: PersonId | null; since: number }) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const announce = useAnnounce()
  const at = useServerNow(1000)
  const chair = facilitatorOf(now)
  const isMine = me !== null && mayTake(now, since, at).includes(me)
  const sentence = chair === null ? text('chair.empty') : text('chair.gone', { name: isolated(name(chair).name) })
  useEffect(() => {
    if (isMine) announce(`${sentence} ${text('chair.you_may')}`, { topic: 'chair' })
  }, [isMine, sentence, announce, text])
  const isGathering = now.stage === 'gathering'
  if (chair !== null && at - since < saidAfter[isGathering ? 'gathering' : 'open']) return null
  if (isGathering && !isMine) return null
  return (
    <section className={styles.strip}>
      <p>
        {sentence} {isMine ? <b>{text('chair.you_may')}</b> : null}
      </p>
      {isMine ? <Button onPress={() => send({ type: 'chair.take' })}>{text('chair.take')}</Button> : null}
    </section>
  )
}

function Offered({ chair }: { chair: PersonId | null }) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const announce = useAnnounce()
  const sentence =
    chair === null ? text('chair.offered_nobody') : text('chair.offered', { name: isolated(name(chair).name) })
  useEffect(() => announce(sentence, { topic: 'chair' }), [sentence, announce])
  return (
    <section className={styles.strip}>
      <p className="strong">{sentence}</p>
      <div className={styles.two}>
        <Button onPress={() => send({ type: 'chair.accept' })}>{text('chair.accept')}</Button>
        <Button kind="text" onPress={() => send({ type: 'chair.decline' })}>
          {text('chair.decline')}
        </Button>
      </div>
    </section>
  )
}

/** Who could not be reached at some moment since this screen was opened: only they can come back. */
function useAway(person: PersonId | null, isAway: boolean): PersonId | null {
  const [away, setAway] = useState<PersonId | null>(null)
  useEffect(() => {
    if (isAway) setAway(person)
  }, [person, isAway])
  return away
}

/** Whoever facilitated before and can be reached again is offered the chair with one tap, if they like. */
function InTheChair({ now, me }: { now: Now; me: PersonId }) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const lights = useHere()?.lights
  const before = now.facilitators.filter((person) => person !== me).at(-1) ?? null
  const [kept, keep] = useState<PersonId | null>(null)
  const isThere = before !== null && lights?.[before] === 'live'
  const away = useAway(before, lights !== undefined && !isThere)
  if (now.offered !== null) {
    return (
      <section className={styles.strip}>
        <p>{text('chair.waiting', { name: isolated(name(now.offered).name) })}</p>
        <Button kind="text" onPress={() => send({ type: 'chair.decline' })}>
          {text('chair.take_back')}
        </Button>
      </section>
    )
  }
  if (before === null || away !== before || !isThere || kept === before || now.facilitator !== me) return null
  return (
    <section className={styles.strip}>
      <p>{text('chair.back', { name: isolated(name(before).name) })}</p>
      <div className={styles.two}>
        <Button onPress={() => send({ type: 'chair.offer', to: before })}>{text('chair.offer_back')}</Button>
        <Button kind="text" onPress={() => keep(before)}>
          {text('chair.keep')}
        </Button>
      </div>
    </section>
  )
}
