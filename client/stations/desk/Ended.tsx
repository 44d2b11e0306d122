import { Link } from 'wouter'
import { timeIn } from '../../../shared/text/when.ts'
import { useMeeting, useSend, useServerNow } from '../../live/hooks.ts'
import { useReader, useText } from '../../live/words/text.ts'
import { Desk } from '../../meeting/desk/Desk.tsx'
import { Outcomes } from '../../meeting/desk/Outcomes.tsx'
import { Page } from '../../meeting/desk/Page.tsx'
import { Button, buttonClass } from '../../ui/controls/Button.tsx'
import { Big } from '../../ui/shown/Big.tsx'

const REOPEN_WITHIN = 2 * 3_600_000

/** The meeting is over; what it brought, and the way back in for a while. */
export function Ended() {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const reader = useReader()
  const at = useServerNow(60_000)
  const { endedAt } = now
  const reopens = endedAt !== null && at - endedAt < REOPEN_WITHIN
  return (
    <Desk
      side={
        <p className="push">
          {reopens ? <Button onPress={() => send({ type: 'meeting.reopen' })}>{text('desk.reopen')}</Button> : null}
        </p>
      }
      said={endedAt === null ? null : text('desk.ended_at', { time: timeIn(reader, endedAt) })}
      last={
        <Link href={`/m/${now.id}/minutes`} className={buttonClass('do')}>
          {text('desk.minutes')}
        </Link>
      }
    >
      <Page>
        <Big>{text('desk.ended')}</Big>
        <Outcomes items={now.items} />
      </Page>
    </Desk>
  )
}
