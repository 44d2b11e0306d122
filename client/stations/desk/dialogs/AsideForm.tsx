import { useState } from 'react'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useDraft } from '../../../live/sending/drafts.ts'
import { useText } from '../../../live/words/text.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Choice } from '../../../ui/controls/Choice.tsx'
import { Field } from '../../../ui/controls/Field.tsx'

/** A small thing to be settled in one look round, over whatever goes on. */
export function AsideForm() {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const { show } = useOpen()
  const [words, write, clear] = useDraft('aside')
  const [form, setForm] = useState<'aloud' | 'signal'>('aloud')
  async function put() {
    const answer = await send({ type: 'aside.put', text: words, form, does: null })
    if (!answer.ok) return
    clear()
    show(null)
  }
  if (now.aside) return <p>{text('refusal.aside_first')}</p>
  return (
    <div className="form">
      <Field label={text('desk.aside_what')} lines={2} value={words} onChange={write} hint={text('desk.aside_hint')} />
      <Choice
        look="chips"
        legend={text('desk.aside_how')}
        value={form}
        onChange={(value) => setForm(value === 'signal' ? 'signal' : 'aloud')}
        options={[
          { value: 'aloud', label: text('desk.aside_aloud') },
          { value: 'signal', label: text('desk.aside_signal') },
        ]}
      />
      <p>
        <Button kind="do" onPress={put}>
          {text('desk.aside_put')}
        </Button>
      </p>
    </div>
  )
}
