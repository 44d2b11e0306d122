import { useDraft } from '../../../live/sending/drafts.ts'
import { useText } from '../../../live/words/text.ts'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useWriting } from '../../../meeting/phone/station.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { useAnswer, useConsent } from '../looking.phone.ts'

/** Not ready is no answer: it says what is needed first, and everybody sees it. */
export function Need({ onLeave }: { onLeave: () => void }) {
  const text = useText()
  const { run, state } = useConsent()
  const answer = useAnswer()
  const [need, write, clear] = useDraft(`need.${run.id}.${state.ask}`)
  useWriting(true)

  async function say(words: string) {
    const answered = await answer({ is: 'not ready', need: words })
    if (!answered.ok) return
    clear()
    onLeave()
  }

  return (
    <Frame title={text('my.need_title')} acting>
      <Button kind="text" onPress={onLeave}>
        {text('my.back')}
      </Button>
      <Field
        label={<span className="lead strong">{text('my.need_label')}</span>}
        hint={text('my.need_hint')}
        value={need}
        onChange={write}
        lines={3}
        maxLength={2000}
      />
      <Button kind="do" onPress={() => say(need.trim())}>
        {text('my.need_send')}
      </Button>
      <Button kind="text" className="wide" onPress={() => say('')}>
        {text('my.need_aloud')}
      </Button>
    </Frame>
  )
}
