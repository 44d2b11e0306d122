import type { Turns } from '../../../../shared/parts/turns.ts'
import { useMe, useMeeting, useName } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Line, type LineItem } from '../../../ui/shown/Line.tsx'
import { partOf } from '../../mine.ts'
import { nextOf } from './marks.ts'
import { placeIn } from './place.ts'

/** Who is next, and where I stand, in words. */
export function NextLine({ round }: { round: Turns }) {
  const text = useText()
  const name = useName()
  const me = useMe()
  const part = partOf(useMeeting(), me)
  const place = placeIn(round, part === 'out' || part === 'reading' ? null : me)
  const next = nextOf(round)
  const items: LineItem[] = []
  if (next !== null && next !== me) {
    const content = (
      <span className="lead">
        {text('my.next')}{' '}
        <b>
          <bdi>{name(next).name}</bdi>
        </b>
      </span>
    )
    items.push({ id: 'next', state: 'next', content })
  }
  if (place.is === 'next' || place.is === 'waiting') {
    const far = place.is === 'waiting' && place.before > 2
    const content = far ? (
      <span className="lead">{text('my.before_you', { count: place.before })}</span>
    ) : (
      <span className="lead">
        {text(place.is === 'next' ? 'my.next' : 'my.then')} <b>{text('my.you')}</b>
      </span>
    )
    items.push({ id: 'me', state: place.is === 'next' ? 'next' : 'ahead', me: true, content })
  }
  return items.length > 0 ? <Line label={text('my.order')} items={items} stop={44} /> : null
}
