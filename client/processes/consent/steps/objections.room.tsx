import { useRef } from 'react'
import { isAlive, type Objection } from '../../../../shared/parts/objections.ts'
import { changed, latest, numberOf } from '../../../../shared/parts/wording.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Whose } from '../../../meeting/parts/objections/Whose.room.tsx'
import { Changes, ChangesKey } from '../../../meeting/parts/wording/Changes.room.tsx'
import { bound } from '../../../meeting/room/bound.ts'
import { useFit } from '../../../meeting/room/fit.ts'
import { Detail, Words } from '../../../meeting/room/Letters.tsx'
import { WholeFrame } from '../../../meeting/room/RoomFrame.tsx'
import { Columns, Paper } from '../../../meeting/room/Whole.tsx'
import styles from './objections.room.module.css'
import { type At, type Shown, versionOf, wordsOf } from './shown.room.ts'

function One({ objection, reason }: { objection: Objection; reason: boolean }) {
  const text = useText()
  const named = useNamed()
  const { by, phrase } = objection
  const name = named(by)
  return (
    <li>
      {phrase ? <Words>{phrase}</Words> : <Detail dir="auto">{text('room.has_objection', { who: name })}</Detail>}
      {reason && objection.reason ? (
        <Detail dir="auto">
          <span className="quiet">{text('room.because')}</span> <span className="words">{objection.reason}</span>
        </Detail>
      ) : null}
      {phrase ? <Whose name={name} /> : null}
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
    <Paper
      head={anew ? text('room.version', { version: numberOf(wording) }) : versionOf(state, text)}
      headEnd={anew ? <ChangesKey /> : null}
      signs={words.length}
    >
      {anew ? <Changes was={last.fields.text} is={words} /> : bound(words)}
    </Paper>
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
  const why = aim ? (
    <>
      <span className="quiet">{text('room.our_aim')}</span> <span className="words">{aim}</span>
    </>
  ) : null
  return (
    <WholeFrame title={item.title}>
      <Columns foot={why}>
        <div className={styles.solve} ref={list}>
          <h1>{text(hearing ? 'room.to_hear' : 'room.to_solve')}</h1>
          <ul>
            {shown.map((o) => (
              <One key={o.id} objection={o} reason={hearing} />
            ))}
          </ul>
        </div>
        <Wording state={state} />
      </Columns>
    </WholeFrame>
  )
}
