import { useState } from 'react'
import type { Answer as Said } from '../../../../shared/parts/answers.ts'
import { latest } from '../../../../shared/parts/wording.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { Refusals } from '../../../live/sending/Refusals.tsx'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Answer } from '../../../ui/controls/Answer.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import { useAnswer } from './answer.desk.ts'

type Props = { aim: Aim; state: Consent; person: PersonId; onDone: () => void }

/** One person answers alone on this laptop; the moment it is given, it is covered. */
export function Covered({ aim, state, person, onDone }: Props) {
  const text = useText()
  const named = useNamed()
  const answer = useAnswer(aim, state)
  const { show } = useOpen()
  const [need, write] = useState<string | null>(null)
  const [given, give] = useState(false)
  const words = latest(state.wording)?.fields.text ?? ''
  async function say(said: Said) {
    show(null)
    const done = await answer(person, said)
    if (done.ok) give(true)
  }
  return (
    <Dialog open title={named(person)} closeLabel={text('common.close')} onClose={onDone}>
      {given ? (
        <div className="stack">
          <p className="lead">{text('desk.covered')}</p>
          <p>
            <Button onPress={onDone}>{text('common.ok')}</Button>
          </p>
        </div>
      ) : (
        <div className="form">
          <p className="quiet">{text('desk.covered_hint', { name: named(person) })}</p>
          <Sheet label={text('desk.proposal')}>{words}</Sheet>
          <h3>{text('desk.any_objection')}</h3>
          <div className="pair">
            <Answer kind="consent" size="desk" onPress={() => say({ is: 'none' })}>
              {text('desk.own_none')}
            </Answer>
            <Answer kind="objection" size="desk" onPress={() => say({ is: 'objection', words: '' })}>
              {text('desk.own_objection')}
            </Answer>
          </div>
          {need === null ? (
            <p>
              <Button kind="text" onPress={() => write('')}>
                {text('desk.not_ready_need')}
              </Button>
            </p>
          ) : (
            <div className="stack">
              <Field label={text('desk.needs')} words value={need} onChange={write} autoFocus />
              <p>
                <Button onPress={() => say({ is: 'not ready', need })}>{text('desk.not_ready')}</Button>
              </p>
            </div>
          )}
        </div>
      )}
      <Refusals />
    </Dialog>
  )
}
