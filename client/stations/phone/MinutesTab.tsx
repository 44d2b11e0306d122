import { useMe, useMeeting } from '../../live/hooks.ts'
import { later, shown } from '../../live/page/later.tsx'
import { Coming } from '../../live/words/Coming.tsx'
import { useText } from '../../live/words/text.ts'
import { turnOf } from '../../meeting/at.ts'
import { useStation } from '../../meeting/phone/station.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Bar } from '../../ui/frames/Bar.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'

const Minutes = shown(
  later(() => import('../../meeting/minutes/Minutes.tsx').then((m) => m.Minutes)),
  Coming,
)

/** What is written down so far, and after the meeting what stays. */
export function MinutesTab({ onMeeting }: { onMeeting: () => void }) {
  const text = useText()
  const now = useMeeting()
  const me = useMe()
  const { menu, bar } = useStation()
  const isTurn = me !== null && turnOf(now, me) === 'turn'
  const foot = [
    { id: 'meeting', label: text('my.meeting'), onPress: onMeeting },
    { id: 'minutes', label: text('my.minutes'), current: true, onPress: () => undefined },
  ]
  return (
    <Phone
      over={now.name}
      title={text('my.minutes')}
      menu={menu}
      bar={isTurn ? <YourTurn onMeeting={onMeeting} /> : bar}
      foot={foot}
      footLabel={text('my.places')}
    >
      <Minutes />
    </Phone>
  )
}

/** Whoever writes minutes is not pulled away from them when it is their turn. */
function YourTurn({ onMeeting }: { onMeeting: () => void }) {
  const text = useText()
  return (
    <Bar>
      <b>{text('my.your_turn')}</b>
      <Button onPress={onMeeting}>{text('my.meeting')}</Button>
    </Bar>
  )
}
