import { roundOf } from '../../../../shared/parts/round.ts'
import { useText } from '../../../live/words/text.ts'
import { NextLine } from '../../../meeting/parts/turns/NextLine.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import { useConsent } from '../looking.phone.ts'
import { Matter } from '../Matter.phone.tsx'
import { useRoundTitle } from '../steps/title.phone.ts'
import { isAsked, mayAnswer } from '../view.phone.ts'
import { AnswerRing } from './AnswerRing.phone.tsx'

/** Not asked yet, or not asked at all: who answers now, who is next, and the words. */
export function Watching() {
  const text = useText()
  const title = useRoundTitle()
  const who = useChair()
  const looking = useConsent()
  const { state, part } = looking
  const round = roundOf(state.step)
  const waits = mayAnswer(state.answers, looking) && !isAsked(state, looking)
  return (
    <Frame title={title}>
      <AnswerRing count={!waits} />
      {round ? <NextLine round={round} /> : null}
      <Matter objections={false} />
      {waits ? <p className="quiet free">{text(round?.paused ? 'my.paused_by' : 'my.will_call', { who })}</p> : null}
      {part === 'guest' ? <p className="quiet free">{text('my.guest')}</p> : null}
    </Frame>
  )
}
