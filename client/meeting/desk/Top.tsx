import { dateIn, timeIn } from '../../../shared/text/when.ts'
import { useMeeting, useServerNow } from '../../live/hooks.ts'
import { useReader, useText } from '../../live/words/text.ts'
import { classes } from '../../ui/classes.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Clock } from '../../ui/shown/Clock.tsx'
import { useOpen } from './open.ts'
import styles from './Top.module.css'

const EVERY = 10_000

/** Whose meeting, and when. */
export function Top() {
  const now = useMeeting()
  const reader = useReader()
  return (
    <p className={classes(styles.circle, now.stage === 'open' && now.items.length > 0 && styles.whole)}>
      <b>
        <bdi>{now.name}</bdi>
      </b>
      <span className={`quiet small ${styles.wide}`}>{dateIn(reader, now.openedAt ?? now.calledAt)}</span>
    </p>
  )
}

/** The time, the room's picture, and everything that is not always needed. */
export function Time() {
  const at = useServerNow(EVERY)
  const reader = useReader()
  const text = useText()
  const { show, showRoom } = useOpen()
  return (
    <>
      <b className={styles.wide}>
        <Clock text={timeIn(reader, at)} dateTime={new Date(at).toISOString()} />
      </b>
      <Button kind="text" className={styles.wide} hotkey="R" capless onPress={() => showRoom(true)}>
        {text('desk.room')}
      </Button>
      <Button hotkey="?" capless onPress={() => show({ what: 'more' })}>
        {text('common.more')}
      </Button>
    </>
  )
}
