import { useState } from 'react'
import type { Seq } from '../../../../shared/types.ts'
import { useSend } from '../../../live/hooks.ts'
import { useDraft } from '../../../live/sending/drafts.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { useWriting } from '../../phone/station.ts'
import type { Talk } from './talk.ts'

export interface OwnWordsProps {
  readonly aim: Talk['aim']
  readonly kind: 'question' | 'idea'
  readonly turn: Seq
}

/** Saying it is enough; whoever likes puts their own words down, and the circle sees them without a name. */
export function OwnWords({ aim, kind, turn }: OwnWordsProps) {
  const text = useText()
  const send = useSend()
  const [open, setOpen] = useState(false)
  const [noted, setNoted] = useState<string | null>(null)
  const [words, write, clear] = useDraft(`note.${aim.process}.${turn}`)
  useWriting(open)

  async function note() {
    const said = words.trim()
    if (said === '') return setOpen(false)
    const answer = await send({ type: 'note.write', ...aim, note: null, kind, text: said, answer: '' })
    if (!answer.ok) return
    clear()
    setNoted(said)
    setOpen(false)
  }

  if (!open) {
    return (
      <div>
        {noted === null ? null : (
          <p className="small">
            {text('my.noted_words')} <span className="words">{noted}</span>
          </p>
        )}
        <Button kind="text" onPress={() => setOpen(true)}>
          {text(noted === null ? `my.note_${kind}` : `my.note_${kind}_more`)}
        </Button>
      </div>
    )
  }
  return (
    <div className="stack">
      <Field label={text(`my.your_${kind}`)} value={words} onChange={write} lines={2} autoFocus maxLength={2000} />
      <div className="pair">
        <Button onPress={() => setOpen(false)}>{text('my.back')}</Button>
        <Button onPress={note}>{text('my.note_it')}</Button>
      </div>
    </div>
  )
}
