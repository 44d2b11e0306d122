import { missing, unready } from '../../../../shared/parts/answers.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Seats } from '../../../meeting/desk/Seats.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed, useNames } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { SteppedOut } from '../../../meeting/parts/answers/SteppedOut.desk.tsx'
import { TwoAnswers } from '../../../meeting/parts/answers/TwoAnswers.desk.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Big } from '../../../ui/shown/Big.tsx'
import { stepsOf } from '../steps/course.desk.ts'
import type { At } from '../steps/props.desk.ts'
import { useAnswer } from './answer.desk.ts'
import { ForPerson } from './ForPerson.desk.tsx'
import { NotReady } from './NotReady.desk.tsx'
import { ToComeBackTo } from './ToComeBackTo.desk.tsx'

/** Only some are still to answer, in no order: former objectors asked again on the same words, and whoever is left. */
export function Remaining({ state, aim }: At<'consent'>) {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const names = useNames()
  const say = useScript()
  const answer = useAnswer(aim, state)
  const { answers } = state
  const open = answers ? [...new Set([...missing(answers, now.seats), ...unready(answers, now.seats)])] : []
  const [person, ...others] = open
  const begun = Object.keys(answers?.given ?? {}).length > 0
  const out = now.seats.some((s) => s.person === person && s.attendance === 'out')
  const going = useAnswersGoing('laptop', answers)
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={person ? say(answers?.recheck ? 'still' : 'consent_one', { first: named(person) }) : null}
      side={
        <>
          <Proposal wording={state.wording} put />
          <NotReady aim={aim} state={state} />
          <ToComeBackTo aim={aim} state={state} />
        </>
      }
      onBack={begun ? undefined : () => send({ type: 'consent.step', ...aim, to: 'wording' })}
      two={
        person && out ? (
          <SteppedOut person={person} />
        ) : person ? (
          <TwoAnswers
            name={person === me ? null : named(person)}
            of={person}
            onAnswer={(said) => answer(person, said)}
          />
        ) : undefined
      }
      forPerson={(id) => <ForPerson aim={aim} state={state} round={null} person={id} />}
    >
      <Seats going={going}>
        {person ? (
          <>
            <Big>{named(person)}</Big>
            <p className="lead">{text('desk.is_answering')}</p>
            {others.length > 0 ? <p className="lead quiet">{text('desk.then_name', { name: names(others) })}</p> : null}
          </>
        ) : null}
      </Seats>
    </Desk>
  )
}
