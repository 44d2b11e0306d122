import { useState } from 'react'
import type { Choice, LinkOpened } from '../../../shared/http.ts'
import type { Name, No } from '../../../shared/protocol.ts'
import type { PersonId } from '../../../shared/types.ts'
import { post } from '../../live/http/http.ts'
import { useRefusalWords } from '../../live/words/refusal-words.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { Namesake } from './Namesake.tsx'
import { namesakes } from './opened.ts'

interface NewNameProps {
  opened: LinkOpened
  as: 'member' | 'guest'
  onClaim: (picks: readonly Choice[]) => Promise<void>
  onArrive: (people: readonly PersonId[], as: 'member' | 'guest') => Promise<void>
  onBack: () => void
}

/** One field for who is not on the list. A name that is there already is asked about before a second one is made. */
export function NewName({ opened, as, onClaim, onArrive, onBack }: NewNameProps) {
  const text = useText()
  const words = useRefusalWords()
  const [name, setName] = useState('')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const same = namesakes(opened, name)

  async function make(hint: string | null): Promise<void> {
    if (busy) return
    setBusy(true)
    const wanted = { circle: opened.circle, as: null, name: name.trim(), hint, claim: true }
    const answer = await post<Name & { person: PersonId }>('/api/people', wanted)
    setBusy(false)
    if (answer.ok) await onArrive([answer.person], as)
    else setNo(answer)
  }

  function next(): void {
    if (name.trim() === '') setNo({ ok: false, code: 'invalid', reason: 'blank', with: {}, retryable: false, ref: '' })
    else if (same.length > 0) setAsking(true)
    else void make(null)
  }

  if (asking) {
    return (
      <Namesake
        same={same}
        name={name.trim()}
        onMe={(pick) => onClaim([pick])}
        onOther={make}
        onBack={() => setAsking(false)}
      />
    )
  }
  return (
    <Phone
      over={isolated(opened.name)}
      title={text('join.guest_title')}
      menu={
        <Button kind="text" onPress={onBack}>
          {text('join.back')}
        </Button>
      }
    >
      <Field
        label={text('join.guest_name')}
        hint={text('join.guest_hint')}
        value={name}
        onChange={(value) => {
          setName(value)
          setNo(null)
        }}
        error={no ? words(no) : undefined}
        autoComplete="name"
        maxLength={40}
        onEnter={next}
        autoFocus
      />
      <Button kind="do" onPress={next}>
        {text(as === 'member' ? 'join.self_go' : 'join.guest_go')}
      </Button>
    </Phone>
  )
}
