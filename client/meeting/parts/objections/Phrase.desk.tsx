import type { Objection } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/words/text.ts'
import { Field } from '../../../ui/controls/Field.tsx'
import type { Aim } from '../../aim.ts'
import { useNamed } from '../../names.ts'
import { useObjectionWords } from './words.ts'

/** The few words an objection is called by. */
export function Phrase({ aim, objection }: { aim: Aim; objection: Objection }) {
  const text = useText()
  const named = useNamed()
  const { value, write, leave } = useObjectionWords(aim, objection, 'phrase')
  if (objection.phrase !== '' && value === objection.phrase) {
    return (
      <p className="words" dir="auto">
        {objection.phrase}
      </p>
    )
  }
  return (
    <Field
      label={text('desk.in_few_words', { name: named(objection.by) })}
      words
      value={value}
      onChange={write}
      onBlur={leave}
      onEnter={leave}
      maxLength={500}
    />
  )
}
