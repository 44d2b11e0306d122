import { facilitatorOf } from '../../../shared/meeting/around.ts'
import { useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useOpen } from './open.ts'

/** Ending stands in the middle of the matter, never where one has just pressed. */
export function EndHere() {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const { show } = useOpen()
  if (facilitatorOf(now) !== me) return null
  const waits = now.items.some((i) => i.stage === 'paused' || i.stage === 'open')
  return (
    <p>
      <Button
        kind="do"
        onPress={() => (waits ? show({ what: 'end' }) : send({ type: 'meeting.end', next: null }))}
        style={{ maxInlineSize: '26rem' }}
      >
        {text('desk.end')}
      </Button>
    </p>
  )
}
