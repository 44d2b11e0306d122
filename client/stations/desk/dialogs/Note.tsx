import { Link } from 'wouter'
import { openItem } from '../../../../shared/meeting/around.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { MinutesEditor } from '../../../meeting/minutes/MinutesEditor.tsx'

/** A sentence for the minutes of the item on the screen, or of the meeting; and the way to all of them. */
export function Note() {
  const now = useMeeting()
  const text = useText()
  return (
    <div className="stack">
      <MinutesEditor item={openItem(now)?.id ?? now.shown} />
      <p>
        <Link href={`/m/${now.id}/minutes`}>{text('desk.minutes')}</Link>
      </p>
    </div>
  )
}
