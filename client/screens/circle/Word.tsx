import { useState } from 'react'
import type { CircleState, Window } from '../../../shared/circle/types.ts'
import type { Status } from '../../../shared/record/status.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useMe, useName, useSend } from '../../live/hooks.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { Answer } from '../../ui/controls/Answer.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import styles from './Word.module.css'

interface WordProps {
  readonly circle: NonNullable<CircleState>
  readonly open: Window
  readonly state: Status
}

/** The word of those who were absent: their own, or as they said it on the telephone. */
export function Words({ circle, open, state }: WordProps) {
  const me = useMe()
  if (state.is !== 'provisional' && state.is !== 'on-hold') return null
  const records = me !== null && (me === circle.facilitator || me === circle.secretary)
  const asked = open.absent.filter((person) => state.who.includes(person) && (person === me || records))
  return (
    <>
      {asked.map((person) => (
        <Word key={person} decision={open.id} person={person} own={person === me} />
      ))}
    </>
  )
}

function Word({ decision, person, own }: { decision: string; person: PersonId; own: boolean }) {
  const text = useText()
  const send = useSend()
  const name = isolated(useName()(person).name)
  const [open, setOpen] = useState(own)
  const [words, setWords] = useState('')
  const give = (answer: 'no objection' | 'objection') =>
    void send({ type: 'decision.word', decision, person, answer, words: words.trim() })
  if (!open) {
    return (
      <Button kind="text" onPress={() => setOpen(true)}>
        {text('circle.word_by_phone', { name })}
      </Button>
    )
  }
  return (
    <fieldset className={styles.word}>
      <legend>{text(own ? 'circle.word_yours' : 'circle.word_of', { name })}</legend>
      <Answer kind="consent" size="desk" onPress={() => give('no objection')}>
        {text('circle.word_none')}
      </Answer>
      <Answer kind="objection" size="desk" onPress={() => give('objection')}>
        {text(own ? 'circle.word_objection' : 'circle.word_objects')}
      </Answer>
      <Field label={text('circle.word_why')} lines={2} value={words} onChange={setWords} />
    </fieldset>
  )
}
