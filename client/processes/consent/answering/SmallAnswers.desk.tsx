import type { Turns } from '../../../../shared/parts/turns.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { RoundTools } from '../../../meeting/parts/turns/RoundTools.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { useAnswer } from './answer.desk.ts'

type Props = { aim: Aim; state: Consent; round: Turns; person: PersonId; name: string | null }

/** The quieter ways: lacking something first, or being asked last. */
export function SmallAnswers({ aim, state, round, person, name }: Props) {
  const send = useSend()
  const text = useText()
  const answer = useAnswer(aim, state)
  const resting = useRest(`${person} ${round.turn}`)
  const { turn } = round
  const again = round.later.includes(person)
  return (
    <>
      <div className="caption">
        <p className="quiet small">{name === null ? text('desk.or') : text('desk.or_record_for', { name })}</p>
        <RoundTools aim={aim} turns={round} onLeave={() => send({ type: 'consent.step', ...aim, to: 'wording' })} />
      </div>
      <div className="acts">
        {person in (state.answers?.notReady ?? {}) ? null : (
          <Button hotkey="3" resting={resting} onPress={() => answer(person, { is: 'not ready', need: '' }, turn)}>
            {text('desk.not_ready')}
          </Button>
        )}
        <Button
          hotkey="C"
          resting={resting}
          onPress={() => send({ type: again ? 'turn.skip' : 'turn.later', ...aim, turn })}
        >
          {text(again ? 'desk.skip' : 'desk.come_back')}
        </Button>
      </div>
    </>
  )
}
