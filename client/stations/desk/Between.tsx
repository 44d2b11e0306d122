import { facilitatorOf } from '../../../shared/meeting/around.ts'
import { useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/text.ts'
import { Desk } from '../../meeting/desk/Desk.tsx'
import styles from '../../meeting/desk/desk.module.css'
import { NextItem, nextItem } from '../../meeting/desk/NextItem.tsx'
import { Outcomes } from '../../meeting/desk/Outcomes.tsx'
import { useOpen } from '../../meeting/desk/open.ts'
import { useScript } from '../../meeting/desk/script.ts'
import { Big } from '../../ui/Big.tsx'
import { Button } from '../../ui/Button.tsx'

/** No item is open: the next one, or the end. */
export function Between() {
  const now = useMeeting()
  const text = useText()
  const say = useScript()
  const { show } = useOpen()
  const next = nextItem(now)
  return (
    <Desk
      say={next ? say('next', { title: next.title }) : say('end')}
      side={
        <div className={`push ${styles.acts}`}>
          <Button onPress={() => show({ what: 'agenda' })}>{text('desk.change_agenda')}</Button>
        </div>
      }
      last={<NextItem />}
    >
      <div className={styles.page}>
        <Big size="title">{text(next ? 'desk.agenda' : 'desk.all_done')}</Big>
        <Outcomes items={now.items} />
        {next ? null : <EndHere />}
      </div>
    </Desk>
  )
}

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
