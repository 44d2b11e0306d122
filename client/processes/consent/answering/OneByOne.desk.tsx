import { seatOf } from '../../../../shared/meeting/around.ts'
import { objectors } from '../../../../shared/parts/answers.ts'
import { isAlive } from '../../../../shared/parts/objections.ts'
import { isLastCall, type Turns, type Waiting } from '../../../../shared/parts/turns.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Seats } from '../../../meeting/desk/Seats.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { SteppedOut } from '../../../meeting/parts/answers/SteppedOut.desk.tsx'
import { TwoAnswers } from '../../../meeting/parts/answers/TwoAnswers.desk.tsx'
import { isMany, Order } from '../../../meeting/parts/turns/Order.desk.tsx'
import { RoundTools } from '../../../meeting/parts/turns/RoundTools.desk.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Big } from '../../../ui/shown/Big.tsx'
import { stepsOf } from '../steps/course.desk.ts'
import type { At } from '../steps/props.desk.ts'
import { useAnswer } from './answer.desk.ts'
import { ForPerson } from './ForPerson.desk.tsx'
import { NotReady } from './NotReady.desk.tsx'
import { SmallAnswers } from './SmallAnswers.desk.tsx'
import { ToComeBackTo } from './ToComeBackTo.desk.tsx'

type Props = At<'consent'> & { round: Turns; speaking: Waiting }

/** The sentence for this turn: what was just said, who is asked now. */
function useSentence({ state, round, speaking }: Props): string | null {
  const say = useScript()
  const named = useNamed()
  const me = useMe()
  const { answers, objections } = state
  const [next] = round.queue
  const fill = { first: named(speaking.person), second: named(next?.person) }
  const before = round.last?.person
  if (answers && speaking.person in answers.notReady) return say('not_ready', fill)
  const still = objections.some((o) => o.by === speaking.person && isAlive(o))
  if (before && answers && objectors(answers).includes(before)) {
    return say(still ? 'thank_still' : 'thank_objection', { ...fill, who: named(before) })
  }
  if (still) return say('still', fill)
  if (speaking.person === me) return say('own', fill)
  if (speaking.as === 'late') return say('late', fill)
  const begins = Object.keys(answers?.given ?? {}).length === 0
  if (!begins || !next) return say('consent_one', fill)
  return say((answers?.version ?? 1) > 1 ? 'again' : 'consent', fill)
}

/** What was answered last, where there is nothing to undo. */
function useLast({ state }: Props): string | null {
  const text = useText()
  const named = useNamed()
  const given = Object.entries(state.answers?.given ?? {}).sort(([, a], [, b]) => b.seq - a.seq)[0]
  if (!given?.[1].position) return null
  return text(`desk.said_${given[1].position.is}`, { name: named(given[0]) })
}

function Middle({ round, speaking }: Props) {
  const text = useText()
  const named = useNamed()
  const [next] = round.queue
  return (
    <>
      <Big>{named(speaking.person)}</Big>
      <p className="lead">{text(round.paused ? 'desk.is_paused' : 'desk.is_answering')}</p>
      {next ? (
        <p className="lead">
          {text('desk.next')}{' '}
          <b>
            <bdi>{named(next.person)}</bdi>
          </b>
        </p>
      ) : null}
      <p className="lead quiet">
        {isLastCall(round) && !next ? text('desk.the_last') : text('desk.to_go', { count: round.queue.length + 1 })}
      </p>
    </>
  )
}

/** A spoken consent round: the present person's two answers are the way on, and there is no Next. */
export function OneByOne(props: Props) {
  const { state, aim, round, speaking } = props
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const sentence = useSentence(props)
  const last = useLast(props)
  const answer = useAnswer(aim, state)
  const { person } = speaking
  const out = seatOf(now, person)?.attendance === 'out'
  const mine = person === me
  const many = isMany(now.seats)
  const name = mine ? null : named(person)
  const leading = round.paused ? (
    <Button kind="do" hotkey="N" onPress={() => send({ type: 'round.resume', ...aim })}>
      {text('desk.go_on')}
    </Button>
  ) : null
  const small = (
    <div className={many ? 'stack' : 'push stack'}>
      {leading || out ? (
        <RoundTools aim={aim} turns={round} onLeave={() => send({ type: 'consent.step', ...aim, to: 'wording' })} />
      ) : (
        <SmallAnswers aim={aim} state={state} round={round} person={person} name={name} />
      )}
    </div>
  )
  const begun = Object.keys(state.answers?.given ?? {}).length > 0
  const back = round.last
    ? () => send({ type: 'turn.back', ...aim })
    : begun
      ? undefined
      : () => send({ type: 'consent.step', ...aim, to: 'wording' })
  const going = useAnswersGoing('laptop', state.answers, round)
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={round.paused ? null : sentence}
      said={last}
      tell={text('desk.tell_answering', { name: named(person), count: round.queue.length })}
      side={
        <>
          {many ? small : <Proposal wording={state.wording} put />}
          <NotReady aim={aim} state={state} />
          <ToComeBackTo aim={aim} state={state} />
          {many ? <Order turns={round} /> : null}
          {many ? <Proposal wording={state.wording} put /> : small}
        </>
      }
      onBack={round.paused ? undefined : back}
      last={leading}
      two={
        leading ? undefined : out ? (
          <SteppedOut person={person} />
        ) : (
          <TwoAnswers
            name={name}
            of={`${person} ${round.turn}`}
            onAnswer={(said) => answer(person, said, round.turn)}
          />
        )
      }
      forPerson={(id: PersonId) => <ForPerson aim={aim} state={state} round={round} person={id} />}
    >
      <Seats going={going}>
        <Middle {...props} />
      </Seats>
    </Desk>
  )
}
