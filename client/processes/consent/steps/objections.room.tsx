import { useRef } from 'react'
import { isAlive, type Objection } from '../../../../shared/parts/objections.ts'
import { changed, latest, numberOf } from '../../../../shared/parts/wording.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Changes, ChangesKey } from '../../../meeting/parts/wording/Changes.room.tsx'
import { bound } from '../../../meeting/room/bound.ts'
import { useFit } from '../../../meeting/room/fit.ts'
import { Pages } from '../../../meeting/room/Pages.tsx'
import { WholeFrame } from '../../../meeting/room/RoomFrame.tsx'
import styles from '../../../meeting/room/room.module.css'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { type At, type Shown, versionOf, wordsOf } from './shown.room.ts'

function One({ objection, reason }: { objection: Objection; reason: boolean }) {
  const text = useText()
  const named = useNamed()
  const { by, phrase } = objection
  const name = named(by)
  return (
    <li>
      <p className={phrase ? styles.words : styles.line} dir="auto">
        {phrase || text('room.has_objection', { who: name })}
      </p>
      {reason && objection.reason ? (
        <p className={styles.line} dir="auto">
          <span className="quiet">{text('room.because')}</span> <span className="words">{objection.reason}</span>
        </p>
      ) : null}
      {phrase ? (
        <p className={styles.whose}>
          <Sign name="objection" size="1.1rem" /> <bdi>{name}</bdi>
        </p>
      ) : null}
    </li>
  )
}

/** The words that are to be made safe enough: the new wording as soon as there is one. */
function Wording({ state }: Pick<Shown, 'state'>) {
  const text = useText()
  const { wording } = state
  const last = latest(wording)
  const anew = last !== null && changed(wording)
  const words = anew ? wording.draft.text : wordsOf(state)
  return (
    <section className={styles.sheet}>
      <p className={styles.head}>
        <b>{anew ? text('room.version', { version: numberOf(wording) }) : versionOf(state, text)}</b>
        {anew ? (
          <span>
            <ChangesKey />
          </span>
        ) : null}
      </p>
      <Pages signs={words.length}>{anew ? <Changes was={last.fields.text} is={words} /> : bound(words)}</Pages>
    </section>
  )
}

/** What is to be solved, larger than who said it; the wording that answers it; why we are here. */
export function Objections({ item, state, step }: Shown & { step: At<'objections'> }) {
  const text = useText()
  const { aim } = useMeeting()
  const list = useRef<HTMLDivElement>(null)
  useFit(list, () => undefined)
  const alive = state.objections.filter(isAlive)
  const hearing = step.move === 'hear'
  const focus = alive.find((o) => o.id === step.focus)
  const shown = hearing && focus ? [focus] : alive
  return (
    <WholeFrame title={item.title}>
      <div className={styles.columns}>
        <div className={styles.solve} ref={list}>
          <h1>{text(hearing ? 'room.to_hear' : 'room.to_solve')}</h1>
          <ul>
            {shown.map((o) => (
              <One key={o.id} objection={o} reason={hearing} />
            ))}
          </ul>
        </div>
        <Wording state={state} />
        {aim ? (
          <p className={styles.foot}>
            <span className="quiet">{text('room.our_aim')}</span> <span className="words">{aim}</span>
          </p>
        ) : null}
      </div>
    </WholeFrame>
  )
}
