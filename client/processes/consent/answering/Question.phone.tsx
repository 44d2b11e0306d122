import type { Position } from '../../../../shared/parts/answers.ts'
import { isAlive } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/words/text.ts'
import { ownObjection, useConsent } from '../looking.phone.ts'
import { isClosed, isFresh } from '../view.phone.ts'
import styles from './Question.phone.module.css'

export interface QuestionProps {
  /** My answer that was taken back by a step back, to be said again. */
  readonly draft: Position | null
  readonly changing?: boolean
}

/** "Any objection?", with what helps me to answer: what changed, what I said before, who sees it. */
export function Question({ draft, changing }: QuestionProps) {
  const text = useText()
  const looking = useConsent()
  const { state, mine } = looking
  const fresh = isFresh(state)
  const own = ownObjection(looking)
  const still = own && isAlive(own) && fresh ? own.phrase || own.reason : null
  const closed = state.answers !== null && isClosed(state.answers)
  return (
    <div className={styles.tight}>
      {still ? (
        <p>
          {text('my.you_said')} <span className="words">{still}</span>
        </p>
      ) : null}
      <h2 className={styles.question}>{text(still !== null ? 'my.still' : fresh ? 'my.any_now' : 'my.any')}</h2>
      {draft ? <p>{text(`my.draft.${draft.is}`)}</p> : null}
      {mine.is === 'not ready' ? (
        <p>{mine.need === '' ? text('my.you_lack') : text('my.you_need', { need: mine.need })}</p>
      ) : null}
      {closed ? <p className="small quiet">{text('my.only_you')}</p> : null}
      {!closed && !fresh && !draft && !changing && mine.is === 'open' ? <p>{text('my.say_aloud')}</p> : null}
    </div>
  )
}
