import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { Hidden } from '../Hidden.tsx'
import { Sign } from '../shown/Sign.tsx'
import type { Reach, Side } from './geometry.ts'
import styles from './RingSeat.module.css'

export type SeatState =
  | 'empty'
  | 'here'
  | 'ahead'
  | 'next'
  | 'now'
  | 'done'
  | 'consent'
  | 'objection'
  | 'not-ready'
  | 'answered'

export type Seat = {
  id: string
  /** The name; empty where an empty seat shall have none. */
  label: string
  /** Two letters. */
  mark: string
  state: SeatState
  /** Said after the name, to those who hear the screen. */
  spoken: string
  me?: boolean
  /** Sign and word under the name, on the laptop only. */
  facts?: ReactNode
  /** Entered by somebody else: a small pencil, on the laptop only. */
  recorded?: boolean
  /** The seat can be pressed; `words` say what that does, with the name. */
  press?: { words: string; act: () => void }
}

type Props = {
  seat: Seat
  at: { x: number; y: number; side: Side; reach: Reach }
  named: boolean
  marked: boolean
  /** Facts about a person may be shown. */
  open: boolean
  /** Its name stands beside the ring, where its length counts. */
  beside?: boolean
}

function isAnswer(state: SeatState): state is 'consent' | 'objection' | 'not-ready' {
  return state === 'consent' || state === 'objection' || state === 'not-ready'
}

/** One seat on the ring: a station with letters or a sign, and its name. */
export function RingSeat({ seat, at, named, marked, open, beside }: Props) {
  const { label, mark, state, spoken, me, facts, recorded, press } = seat
  const { x, y, side, reach } = at
  const style: Record<string, string> = {
    left: `${x}px`,
    top: `${y}px`,
    '--left': `${reach.left}px`,
    '--right': `${reach.right}px`,
  }
  return (
    <li
      className={classes(styles.seat, styles[state], styles[side], me && styles.me)}
      style={style}
      data-beside={beside || undefined}
    >
      <span className={styles.dot} aria-hidden="true">
        {isAnswer(state) ? (
          <span className={styles.answer}>
            <Sign name={state} />
          </span>
        ) : null}
        {!isAnswer(state) && marked ? <bdi className={styles.mark}>{mark}</bdi> : null}
        {recorded && open ? (
          <span className={styles.badge}>
            <Sign name="recorded" size="14px" />
          </span>
        ) : null}
      </span>
      {named && label ? (
        <span className={styles.who}>
          <bdi className={styles.name} title={label}>
            {label}
          </bdi>
          {facts && open ? <span className={styles.facts}>{facts}</span> : null}
        </span>
      ) : (
        <Hidden>
          <bdi>{label}</bdi>
        </Hidden>
      )}
      <Hidden>, {spoken}</Hidden>
      {press ? <button type="button" className={styles.press} aria-label={press.words} onClick={press.act} /> : null}
    </li>
  )
}
