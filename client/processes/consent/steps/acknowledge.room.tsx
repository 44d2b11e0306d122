import { isAlive, isOpen } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { Whose } from '../../../meeting/parts/objections/Whose.room.tsx'
import { Around } from '../../../meeting/room/Around.tsx'
import { Title, Words } from '../../../meeting/room/Letters.tsx'
import { Question } from '../../../meeting/room/Question.tsx'
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
      <Title>{text('room.to_hear')}</Title>
      {open.map((o) => (
        <div key={o.id}>
          {o.phrase ? <Words>{o.phrase}</Words> : null}
          <Whose name={named(o.by)} centred />
        </div>
      ))}
    </Around>
  )
}
