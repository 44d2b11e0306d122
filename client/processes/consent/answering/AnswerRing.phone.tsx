import { unready } from '../../../../shared/parts/answers.ts'
import { roundOf } from '../../../../shared/parts/round.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { toGo } from '../../../meeting/parts/turns/marks.ts'
import { SeatRing } from '../../../meeting/phone/SeatRing.tsx'
import { Spotlight } from '../../../meeting/phone/Spotlight.tsx'
import { Big } from '../../../ui/shown/Big.tsx'
import { useConsent } from '../looking.phone.ts'
import { isClosed } from '../view.phone.ts'

/** The ring of a consent round: who answers now, or that all answers are closed. */
export function AnswerRing({ count }: { count?: boolean }) {
  const { state } = useConsent()
  const round = roundOf(state.step)
  const { answers } = state
  const going = useAnswersGoing('phone', answers, round)
  return (
    <SeatRing going={going}>
      {round?.speaking ? (
        <Spotlight
          person={round.speaking.person}
          does="answering"
          paused={round.paused}
          toGo={count ? toGo(round) : undefined}
        />
      ) : (
        <Waiting />
      )}
    </SeatRing>
  )
}

/** Nobody is being asked aloud: everyone answers at once, or only some are asked again. */
function Waiting() {
  const text = useText()
  const { seats } = useMeeting()
  const { answers } = useConsent().state
  const closed = answers !== null && isClosed(answers)
  const lacking = answers !== null && unready(answers, seats).length > 0
  return (
    <>
      <Big as="p" size="title">
        {text(closed ? 'my.closed' : 'my.nearly')}
      </Big>
      <p>{text(closed ? 'my.until_all_in' : lacking ? 'my.someone_lacks' : 'my.asked_again')}</p>
    </>
  )
}
