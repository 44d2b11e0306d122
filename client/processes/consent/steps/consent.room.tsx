import { isSealed } from '../../../../shared/parts/answers.ts'
import { useText } from '../../../live/words/text.ts'
import { useNamed, useNames } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { nextOf } from '../../../meeting/parts/turns/marks.ts'
import { Question } from '../../../meeting/room/Question.tsx'
import { type At, type Shown, versionOf, wordsOf } from './shown.room.ts'

/** Consent is asked: the words, large, and whose turn it is. All at once, nobody's seat tells anything. */
export function Asked({ item, state, step }: Shown & { step: At<'consent'> }) {
  const text = useText()
  const named = useNamed()
  const names = useNames()
  const { answers } = state
  const { round } = step
  const going = useAnswersGoing(
    'room',
    answers && (answers.recheck || !isSealed(answers)) ? answers : null,
    answers?.recheck ? null : round,
  )
  const version = versionOf(state, text)
  const words = wordsOf(state)
  const frame = { title: item.title, words }
  if (answers?.mode === 'simultaneous' && answers.recheck === null) {
    return (
      <Question
        {...frame}
        version={version}
        ask={text('room.any_objection_all')}
        more={<span className="quiet">{text('room.opened_later')}</span>}
      />
    )
  }
  if (answers?.recheck) {
    const ask = text('room.any_objection_now', { who: names(answers.recheck) })
    return <Question {...frame} over={version} going={going} ask={ask} />
  }
  const speaking = named(round?.speaking?.person)
  const next = round ? named(nextOf(round)) : ''
  const more = round?.paused ? text('room.round_paused') : next ? `${text('room.next')} ${next}` : ''
  return (
    <Question
      {...frame}
      over={version}
      going={going}
      ask={speaking ? text('room.any_objection', { who: speaking }) : text('room.any_objection_all')}
      more={more ? <span className="quiet">{more}</span> : null}
    />
  )
}
