import { useState } from 'react'
import { objectors } from '../../../../shared/parts/answers.ts'
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

function Row({ aim, state, person, phrase }: Props & { person: PersonId; phrase: string }) {
  const text = useText()
  const named = useNamed()
  const answer = useAnswer(aim, state)
  const [words, write] = useState<string | null>(null)
  async function keep() {
    if (words === null) return
    if (words === phrase) return write(null)
    const done = await answer(person, { is: 'objection', words })
    if (done.ok) write(null)
  }
  return (
    <li className="signed">
      <Sign name="objection" size="28px" />
      <div>
        <b>
          <bdi>{named(person)}</bdi>
        </b>{' '}
        {words === null ? (
          <>
            <span className="words" dir="auto">
              {phrase}
            </span>
            <Button
              kind="text"
              className={styles.inline}
              aria-label={text('desk.write_for', { name: named(person) })}
              onPress={() => write(phrase)}
            >
              {text(phrase ? 'common.change' : 'desk.a_few_words')}
            </Button>
          </>
        ) : (
          <Field
            label={text('desk.in_their_words', { name: named(person) })}
            words
            autoFocus
            value={words}
            onChange={write}
            onEnter={keep}
            onBlur={keep}
            maxLength={500}
          />
        )}
      </div>
    </li>
  )
}

/** Objections so far: they only register now, and are heard when all have answered. */
export function ToComeBackTo({ aim, state }: Props) {
  const text = useText()
  const { answers } = state
  const people = answers ? objectors(answers) : []
  if (!answers || people.length === 0) return null
  return (
    <section>
      <p className="quiet small">{text('desk.to_come_back')}</p>
      <ul>
        {people.map((person) => {
          const position = answers.given[person]?.position
          const phrase = position?.is === 'objection' ? position.words : ''
          return <Row key={person} aim={aim} state={state} person={person} phrase={phrase} />
        })}
      </ul>
    </section>
  )
}
