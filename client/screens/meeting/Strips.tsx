import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { CircleId, PersonId } from '../../../shared/types.ts'
import { useFollowing, useMeeting, useName } from '../../live/hooks.ts'
import { choose } from '../../live/http/chosen.ts'
import { later, shown } from '../../live/page/later.tsx'
import { Refusals } from '../../live/sending/Refusals.tsx'
import { isolated, useText } from '../../live/words/text.ts'
import { turnOf } from '../../meeting/at.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './meeting.module.css'

const ChairStrip = shown(later(() => import('./ChairStrip.tsx').then((m) => m.ChairStrip)))

/** What concerns the person and not the step, next to the foot: the chair, who shares the device, what was not done. */
export function Strips({ circle, together }: { circle: CircleId; together: readonly PersonId[] }) {
  const text = useText()
  const box = useRoomBelow()
  const isBehind = useFollowing()?.refused?.reason === 'server_behind'
  return (
    <div className={styles.strips} ref={box}>
      {isBehind ? (
        <section className={styles.strip}>
          <p>{text('meeting.lost')}</p>
        </section>
      ) : null}
      <ChairStrip />
      <OthersTurn circle={circle} together={together} />
      <Refusals />
    </div>
  )
}

/** Tells the frames how much room the strips take, so that what stands at their foot is not covered. */
function useRoomBelow(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const strips = box.current
    if (!strips || typeof ResizeObserver === 'undefined') return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--strips', `${strips.offsetHeight}px`))
    observer.observe(strips)
    return () => {
      observer.disconnect()
      style.removeProperty('--strips')
    }
  }, [])
  return box
}

/** Somebody who shares this device is asked: one tap gives them the screen. */
function OthersTurn({ circle, together }: { circle: CircleId; together: readonly PersonId[] }) {
  const text = useText()
  const name = useName()
  const now = useMeeting()
  const asked = together.find((person) => turnOf(now, person) === 'turn')
  if (asked === undefined) return null
  const called = isolated(name(asked).name)
  return (
    <section className={styles.strip}>
      <p className="strong">{text('meeting.other_turn', { name: called })}</p>
      <Button onPress={() => choose(circle, asked)}>{text('meeting.other_turn_go', { name: called })}</Button>
    </section>
  )
}
