import { useText } from '../../../live/words/text.ts'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import { useConsent } from '../looking.phone.ts'
import { useRoundTitle } from '../steps/title.phone.ts'
import { isClosed, mayChange } from '../view.phone.ts'
import { AnswerRing } from './AnswerRing.phone.tsx'
import { MyAnswer, MyNeed } from './MyAnswer.phone.tsx'

/** It has arrived, I was heard, and this is what happens next. */
export function Answered({ onChange, onEdit }: { onChange: () => void; onEdit: () => void }) {
  const text = useText()
  const title = useRoundTitle()
  const who = useChair()
  const looking = useConsent()
  const { state, mine } = looking
  const closed = state.answers !== null && isClosed(state.answers)
  const objects = mine.is === 'given' && mine.position?.is === 'objection'
  const change = mayChange(state, looking) ? onChange : undefined
  const after = mine.is === 'not ready' ? 'lacking' : closed ? 'closed' : objects ? 'objection' : 'none'
  return (
    <Frame title={title}>
      <AnswerRing count />
      {mine.is === 'not ready' ? <MyNeed need={mine.need} /> : <MyAnswer onChange={change} onEdit={onEdit} />}
      <p className="free">{text(`my.thanks.${after}`, { who })}</p>
    </Frame>
  )
}
