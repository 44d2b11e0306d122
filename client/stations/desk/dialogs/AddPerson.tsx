import { useState } from 'react'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { post } from '../../../live/http/http.ts'
import { useDraft } from '../../../live/sending/drafts.ts'
import { useRefusalWords } from '../../../live/words/refusal-words.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Choice } from '../../../ui/controls/Choice.tsx'
import { Field } from '../../../ui/controls/Field.tsx'

/** Someone who is not on the list: a name, and whether they belong to the circle. */
export function AddPerson() {
  const { circle } = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const refused = useRefusalWords()
  const [name, write, clear] = useDraft('people.add')
  const [as, setAs] = useState<'member' | 'guest'>('member')
  const [said, setSaid] = useState<string | null>(null)
  async function add() {
    if (name.trim() === '') return
    const made = await post<{ person: string; name: string }>('/api/people', { circle, as: me, name })
    if (!made.ok) return setSaid(refused(made))
    const answer = await send({ type: 'person.add', person: made.person, as })
    if (!answer.ok) return
    clear()
    setSaid(text('desk.added', { name: made.name }))
  }
  return (
    <div className="stack">
      <Field
        label={text('desk.their_name')}
        value={name}
        onChange={write}
        onEnter={add}
        autoComplete="off"
        maxLength={40}
      />
      <Choice
        look="chips"
        legend={text('desk.they_are')}
        value={as}
        onChange={(value) => setAs(value === 'guest' ? 'guest' : 'member')}
        options={[
          { value: 'member', label: text('desk.as_member') },
          { value: 'guest', label: text('desk.as_guest') },
        ]}
      />
      <p>
        <Button onPress={add}>{text('desk.add')}</Button>
      </p>
      {said ? <p className="quiet">{said}</p> : null}
    </div>
  )
}
