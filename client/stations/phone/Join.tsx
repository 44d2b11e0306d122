import { useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { mySeat } from '../../meeting/mine.ts'
import { Button } from '../../ui/controls/Button.tsx'

/** Whoever reads along, or has stepped out, sits down with one tap. */
export function Join({ part }: { part: 'reading' | 'out' }) {
  const text = useText()
  const send = useSend()
  const now = useMeeting()
  const me = useMe()
  const remote = mySeat(now, me)?.remote ?? false
  return (
    <div className="stack">
      <p className="quiet">{text(`my.part.${part}`)}</p>
      <Button kind="do" onPress={() => send({ type: 'here', remote, for: null })}>
        {text(part === 'out' ? 'my.im_back' : 'my.im_here')}
      </Button>
    </div>
  )
}
