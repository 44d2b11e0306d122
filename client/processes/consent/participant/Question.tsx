import { useState } from 'react'
import type { Position } from '../../../../shared/parts/answers.ts'
import { isAlive } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/text.ts'
import styles from '../../../stations/participant/participant.module.css'
import { Button } from '../../../ui/Button.tsx'
import { isClosed } from '../view.ts'
import { ownObjection, useConsent } from './consent.ts'
import { Marked } from './Marked.tsx'
import { Said } from './Said.tsx'

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
  const [shown, setShown] = useState(false)
  const { versions } = state.wording
  const is = versions.at(-1)
  const was = versions.at(-2)
  const fresh = was !== undefined && state.past.some((a) => a.version !== is?.n)
  const own = ownObjection(looking)
  const closed = state.answers !== null && isClosed(state.answers)
  return (
    <>
      {own && isAlive(own) && fresh ? <Said objection={own} /> : null}
      <div className={styles.tight}>
        <div className={styles.back}>
          <h2 className={styles.question}>{text(own && fresh ? 'my.still' : fresh ? 'my.any_now' : 'my.any')}</h2>
          {fresh ? (
            <Button kind="text" aria-expanded={shown} onPress={() => setShown(!shown)}>
              {text('my.what_changed')}
            </Button>
          ) : null}
        </div>
        {draft ? <p>{text(`my.draft.${draft.is}`)}</p> : null}
        {mine.is === 'not ready' ? (
          <p>{mine.need === '' ? text('my.you_lack') : text('my.you_need', { need: mine.need })}</p>
        ) : null}
        {closed ? <p className="small quiet">{text('my.only_you')}</p> : null}
        {!closed && !fresh && !draft && !changing && mine.is === 'open' ? <p>{text('my.say_aloud')}</p> : null}
      </div>
      {shown && was && is ? <Marked was={was} is={is.fields} version={is.n} /> : null}
    </>
  )
}
