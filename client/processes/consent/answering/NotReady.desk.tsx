import { useEffect, useState } from 'react'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { useAnswer } from './answer.desk.ts'
import styles from './answering.module.css'

type Props = { aim: Aim; state: Consent }

function Need({ aim, state, person, need }: Props & { person: PersonId; need: string }) {
  const text = useText()
  const named = useNamed()
  const answer = useAnswer(aim, state)
  const [words, write] = useState(need)
  const [open, show] = useState(need === '')
  useEffect(() => write(need), [need])
  async function keep() {
    if (words === need) return
    const done = await answer(person, { is: 'not ready', need: words })
    if (done.ok) show(false)
  }
  return (
    <div className="signed">
      <Sign name="not-ready" size="28px" />
      <div>
        <b>
          <bdi>{named(person)}</bdi>
        </b>{' '}
        {open ? (
          <Field label={text('desk.needs')} words value={words} onChange={write} onEnter={keep} onBlur={keep} />
        ) : (
          <>
            <span className="words" dir="auto">
              {need}
            </span>
            <Button kind="text" className={styles.inline} onPress={() => show(true)}>
              {text('common.change')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** Who lacks something before they can answer, and what. */
export function NotReady({ aim, state }: Props) {
  const text = useText()
  const people = Object.entries(state.answers?.notReady ?? {})
  if (people.length === 0) return null
  return (
    <section>
      <p className="quiet small">{text('desk.not_ready_yet')}</p>
      {people.map(([person, need]) => (
        <Need key={person} aim={aim} state={state} person={person} need={need} />
      ))}
    </section>
  )
}
