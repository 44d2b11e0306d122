import { isAlive, isOpen } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { Around } from '../../../meeting/room/Around.tsx'
import { Question } from '../../../meeting/room/Question.tsx'
import styles from '../../../meeting/room/room.module.css'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { type At, type Shown, versionOf, wordsOf } from './shown.room.ts'

/** Everyone has answered; nothing is decided until someone says so. */
export function Complete({ item, state, step }: Shown & { step: At<'acknowledge'> }) {
  const text = useText()
  const named = useNamed()
  const { answers, objections } = state
  const version = versionOf(state, text)
  const going = useAnswersGoing('room', answers, step.round)
  const open = objections.filter((o) => isAlive(o) && isOpen(o))
  if (open.length === 0) {
    return (
      <Question
        title={item.title}
        version={version}
        going={going}
        closed
        words={wordsOf(state)}
        ask={text('room.no_objections')}
        more={<span className="quiet">{text('room.anyone_now')}</span>}
      />
    )
  }
  return (
    <Around title={item.title} version={version} going={going} closed words={open.map((o) => o.phrase).join(' ')}>
      <h1 className={styles.title}>{text('room.to_hear')}</h1>
      {open.map((o) => (
        <div key={o.id}>
          {o.phrase ? (
            <p className={styles.words} dir="auto">
              {o.phrase}
            </p>
          ) : null}
          <p className={styles.whose} style={{ justifyContent: 'center' }}>
            <Sign name="objection" size="1.1rem" /> <bdi>{named(o.by)}</bdi>
          </p>
        </div>
      ))}
    </Around>
  )
}
