import { useState } from 'react'
import type { No } from '../../../shared/protocol.ts'
import type { CircleId, PersonId } from '../../../shared/types.ts'
import { useName } from '../../live/hooks.ts'
import { post } from '../../live/http/http.ts'
import { useRefusalWords } from '../../live/words/refusal-words.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Dialog } from '../../ui/frames/Dialog.tsx'
import { Person } from '../../ui/shown/Person.tsx'

interface RenamePersonProps {
  readonly circle: CircleId
  readonly me: PersonId
  readonly person: PersonId
}

/** A name one may press to write it right, or to tell two of it apart. */
export function RenamePerson({ circle, me, person }: RenamePersonProps) {
  const text = useText()
  const words = useRefusalWords()
  const now = useName()(person)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [hint, setHint] = useState('')
  const [no, setNo] = useState<No | null>(null)

  function edit(): void {
    setName(now.name)
    setHint(now.hint ?? '')
    setNo(null)
    setOpen(true)
  }

  async function save(): Promise<void> {
    const change = { circle, as: me, person, name: name.trim(), hint: hint.trim() === '' ? null : hint.trim() }
    const answer = await post('/api/people/rename', change)
    if (answer.ok) setOpen(false)
    else setNo(answer)
  }

  return (
    <>
      <Button kind="text" onPress={edit} aria-label={`${text('circle.people_rename')}: ${isolated(now.name)}`}>
        <Person {...now} />
      </Button>
      <Dialog
        open={open}
        title={text('circle.people_rename')}
        closeLabel={text('common.close')}
        onClose={() => setOpen(false)}
      >
        <div className="stack">
          <Field
            label={text('circle.person_name')}
            value={name}
            onChange={setName}
            error={no ? words(no) : undefined}
            maxLength={40}
          />
          <Field label={text('circle.person_hint')} value={hint} onChange={setHint} maxLength={40} />
          <Button kind="do" onPress={save}>
            {text('common.save')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
