import { seatOf } from '../../../../shared/meeting/around.ts'
import type { Answer } from '../../../../shared/parts/answers.ts'
import { isWaiting, type Turns } from '../../../../shared/parts/turns.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useAnswer } from './answer.desk.ts'

type Props = { aim: Aim; state: Consent; round: Turns | null; person: PersonId }

/** What may be entered for one person out of turn: a change of answer, a word by telephone, the turn. */
export function ForPerson({ aim, state, round, person }: Props) {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const answer = useAnswer(aim, state)
  const { show } = useOpen()
  const { answers } = state
  const seat = seatOf(now, person)
  if (!answers || !seat || !answers.required.includes(person)) return null
  const given = answers.given[person]
  const byPhone = seat.attendance !== 'present' && seat.attendance !== 'out'
  const mayAnswer = given?.position || byPhone
  const offers = (['none', 'objection'] as const).filter((is) => given?.position?.is !== is)
  const settled = state.step.stage === 'acknowledge'
  async function say(is: 'none' | 'objection') {
    const said: Answer = is === 'none' ? { is } : { is, words: '' }
    const done = await answer(person, said)
    if (done.ok) show(null)
  }
  function turn() {
    show(null)
    send({ type: 'turn.give', ...aim, to: person })
  }
  return (
    <section className="stack">
      {mayAnswer ? (
        <>
          <p className="quiet small">{text(byPhone ? 'desk.by_telephone' : 'desk.change_answer')}</p>
          <div className="acts">
            {offers
              .filter((is) => !settled || is === 'objection' || !given)
              .map((is) => (
                <Button key={is} onPress={() => say(is)}>
                  {text(`desk.own_${is}`)}
                </Button>
              ))}
          </div>
        </>
      ) : null}
      {round && round.stage === 'running' && !round.paused && isWaiting(round, person) ? (
        <p>
          <Button onPress={turn}>{text('desk.answers_now')}</Button>
        </p>
      ) : null}
    </section>
  )
}
