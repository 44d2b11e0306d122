import type { Item, Now } from '../../../shared/meeting/types.ts'
import { useText } from '../../live/words/text.ts'
import { useNamed } from '../../meeting/names.ts'
import { Around } from '../../meeting/room/Around.tsx'
import styles from '../../meeting/room/room.module.css'

function coming(now: Now, but: Item | null): Item | null {
  return now.items.find((item) => item !== but && (item.stage === 'paused' || item.stage === 'planned')) ?? null
}

/** Nothing is open: what comes next. */
export function Between({ now }: { now: Now }) {
  const text = useText()
  const next = coming(now, null)
  return (
    <Around title={now.name}>
      {next ? <p className="quiet">{text('room.next')}</p> : null}
      <h1 className={styles.title} dir="auto">
        {next?.title ?? now.name}
      </h1>
    </Around>
  )
}

/** An item put aside with everything kept. */
export function Paused({ now, item }: { now: Now; item: Item }) {
  const text = useText()
  const next = coming(now, item)
  return (
    <Around title={now.name}>
      <p className="quiet">{text('room.paused')}</p>
      <h1 className={styles.title} dir="auto">
        {item.title}
      </h1>
      {next ? (
        <p className={styles.prompt}>
          {text('room.next')} <bdi>{next.title}</bdi>
        </p>
      ) : null}
    </Around>
  )
}

/** Talking without a round: what about. */
export function Open({ item }: { item: Item }) {
  const text = useText()
  return (
    <Around title="">
      <p className="quiet">{text('room.talk')}</p>
      <h1 className={styles.title} dir="auto">
        {item.title}
      </h1>
    </Around>
  )
}

/** An item that was talked about and closed with its next step. */
export function Explored({ now, item }: { now: Now; item: Item }) {
  const text = useText()
  const named = useNamed()
  const next = item.outcome?.next
  const then = coming(now, item)
  return (
    <Around title={item.title}>
      <h1 className={styles.title}>{text(`room.${item.outcome?.kind ?? 'explored'}`)}</h1>
      {next?.words ? (
        <p className={styles.words} dir="auto">
          {next.words}
        </p>
      ) : null}
      {next?.who ? <p className={styles.line}>{text('room.prepares', { who: named(next.who) })}</p> : null}
      {then ? (
        <p className={styles.prompt}>
          {text('room.next')} <bdi>{then.title}</bdi>
        </p>
      ) : null}
    </Around>
  )
}

/** The meeting is over: what it decided. */
export function Over({ now }: { now: Now }) {
  const text = useText()
  const decided = now.items.filter((item) => item.outcome?.kind === 'decided')
  return (
    <Around title={now.name}>
      <h1 className={styles.title}>{text('room.ended')}</h1>
      {decided.length > 0 ? (
        <>
          <p className="quiet">{text('room.decided_here')}</p>
          <ul className={styles.words}>
            {decided.map((item) => (
              <li key={item.id} dir="auto">
                {item.title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={styles.prompt}>{text('room.minutes')}</p>
    </Around>
  )
}
