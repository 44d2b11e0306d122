import { lazy, Suspense } from 'react'
import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/text.ts'
import { Phone } from '../../ui/Phone.tsx'
import { useStation } from './station.ts'

const Minutes = lazy(() => import('../../screens/Minutes.tsx').then((m) => ({ default: m.Minutes })))

/** What is written down so far, and after the meeting what stays. */
export function MinutesTab({ onMeeting }: { onMeeting: () => void }) {
  const text = useText()
  const { name } = useMeeting()
  const { menu, bar } = useStation()
  const foot = [
    { id: 'meeting', label: text('my.meeting'), onPress: onMeeting },
    { id: 'minutes', label: text('my.minutes'), current: true, onPress: () => undefined },
  ]
  return (
    <Phone over={name} title={text('my.minutes')} menu={menu} bar={bar} foot={foot} footLabel={text('my.places')}>
      <Suspense fallback={<p className="quiet">{text('common.loading')}</p>}>
        <Minutes />
      </Suspense>
    </Phone>
  )
}
