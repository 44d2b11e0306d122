import { objectors } from '../../../../shared/parts/answers.ts'
import { roundOf } from '../../../../shared/parts/round.ts'
import { useText } from '../../../live/words/text.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import { SeatRing } from '../../../meeting/phone/SeatRing.tsx'
import { Answer } from '../../../ui/controls/Answer.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import { MyAnswer } from '../answering/MyAnswer.phone.tsx'
import { useAnswer, useAnswering, useConsent } from '../looking.phone.ts'
import { Matter } from '../Matter.phone.tsx'
import { mayAnswer } from '../view.phone.ts'
import { useRoundTitle } from './title.phone.ts'

/** All have answered and nothing is announced: "no objection" may still become one. */
export function Result({ onEdit }: { onEdit: () => void }) {
  const text = useText()
  const title = useRoundTitle()
  const who = useChair()
  const looking = useConsent()
  const { state, mine } = looking
  const { answers } = state
  const count = answers ? objectors(answers).length : 0
  const objects = mine.is === 'given' && mine.position?.is === 'objection'
  const going = useAnswersGoing('phone', answers, roundOf(state.step))
  return (
    <Frame title={title} act={<Late />}>
      <SeatRing going={going}>
        <Big as="p" size="title">
          {text('my.result', { count })}
        </Big>
      </SeatRing>
      {mayAnswer(answers, looking) ? <MyAnswer onEdit={onEdit} /> : <Matter objections={false} />}
      <p className="free">
        {text(objects ? 'my.comes_to_it.now' : count > 0 ? 'my.hears_them' : 'my.not_yet_decided', { who })}
      </p>
    </Frame>
  )
}

/** The last moment to say that there is one after all. */
function Late() {
  const text = useText()
  const answer = useAnswer()
  const waiting = useAnswering()
  const looking = useConsent()
  const { state, mine } = looking
  const resting = useRest(state.ask)
  if (!mayAnswer(state.answers, looking) || waiting) return null
  if (mine.is !== 'given' || mine.position?.is !== 'none') return null
  return (
    <Answer kind="objection" size="small" resting={resting} onPress={() => answer({ is: 'objection', words: '' })}>
      {text('my.do_object')}
    </Answer>
  )
}
