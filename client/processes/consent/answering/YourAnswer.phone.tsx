import { useState } from 'react'
import type { Position } from '../../../../shared/parts/answers.ts'
import { roundOf } from '../../../../shared/parts/round.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Marked } from '../../../meeting/parts/wording/Marked.phone.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { Answer } from '../../../ui/controls/Answer.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { useAim, useAnswer, useConsent } from '../looking.phone.ts'
import { isFresh } from '../view.phone.ts'
import { Question } from './Question.phone.tsx'
import styles from './YourAnswer.phone.module.css'

export interface YourAnswerProps {
  /** I have answered and want another answer to stand. */
  readonly changing?: boolean
  readonly onNeed: () => void
  readonly onLeave?: () => void
}

/** The words, the question, the answers: one tap is an answer, and nothing is chosen beforehand. */
export function YourAnswer({ changing, onNeed, onLeave }: YourAnswerProps) {
  const text = useText()
  const answer = useAnswer()
  const { state, me } = useConsent()
  const { answers } = state
  const round = roundOf(state.step)
  const resting = useRest(`${state.ask} ${changing ? 'change' : round?.turn}`)
  const draft = (me !== null && answers?.drafts[me]) || null
  const give = (position: Position) => {
    void answer(position)
    onLeave?.()
  }
  const words = draft?.is === 'objection' ? draft.words : ''
  const act = (
    <>
      <Answer kind="consent" resting={resting} onPress={() => give({ is: 'none' })}>
        {text('my.no_objection')}
      </Answer>
      <Answer kind="objection" resting={resting} onPress={() => give({ is: 'objection', words })}>
        {text('my.objection')}
      </Answer>
      {changing && round ? null : (
        <Answer kind="not-ready" size="small" resting={resting} onPress={onNeed}>
          {text('my.not_ready')}
        </Answer>
      )}
      {changing ? null : <NotFollowed />}
      {changing ? (
        <Button kind="text" className="wide" onPress={onLeave}>
          {text('my.leave_it')}
        </Button>
      ) : null}
    </>
  )
  return (
    <Frame
      title={text(changing ? 'my.change_answer' : 'my.your_turn')}
      turn={changing ? undefined : 'band'}
      over={changing ? undefined : <Over />}
      act={act}
      acting
    >
      <Words />
      <Question draft={draft} changing={changing} />
    </Frame>
  )
}

/** The words that are put; in a fresh round with what changed, for whoever asks. */
function Words() {
  const text = useText()
  const { state } = useConsent()
  const [shown, setShown] = useState(false)
  const { draft, versions } = state.wording
  const is = versions.at(-1)
  const was = versions.at(-2)
  if (!was || !is || !isFresh(state)) return <Proposal words={is?.fields.text ?? draft.text} version={is?.n ?? null} />
  const toggle = (
    <Button kind="text" className={styles.inHead} aria-expanded={shown} onPress={() => setShown(!shown)}>
      {text(shown ? 'my.hide_changed' : 'my.what_changed')}
    </Button>
  )
  if (shown) return <Marked was={was} is={is.fields} version={is.n} left={toggle} />
  return <Proposal words={is.fields.text} version={is.n} label={toggle} />
}

/** Who came after the question was put may be left out of this one decision, at their own wish. */
function NotFollowed() {
  const text = useText()
  const send = useSend()
  const aim = useAim()
  const { seats } = useMeeting()
  const { state, me } = useConsent()
  const here = seats.find((seat) => seat.person === me)?.here ?? null
  if (here === null || !state.answers || here <= state.answers.put) return null
  return (
    <Button kind="text" className="wide" onPress={() => send({ type: 'consent.absent', ...aim, for: null })}>
      {text('my.not_followed')}
    </Button>
  )
}

/** Why I am asked now. */
function Over() {
  const text = useText()
  const { state, item } = useConsent()
  const { answers } = state
  if (answers?.recheck) return <>{text('my.once_more')}</>
  if (answers?.mode === 'simultaneous') return <>{text('my.all_at_once')}</>
  if (isFresh(state)) return <>{text('my.fresh_round')}</>
  return <>{item.title}</>
}
