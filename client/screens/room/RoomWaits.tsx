import type { CircleState } from '../../../shared/circle/types.ts'
import { usePageSurface } from '../../live/page/surface.ts'
import { useText } from '../../live/words/text.ts'
import { Room } from '../../ui/frames/Room.tsx'
import { Big } from '../../ui/shown/Big.tsx'

/** Between meetings the wall says whose it is. */
export function RoomWaits({ circle }: { circle: NonNullable<CircleState> }) {
  const text = useText()
  usePageSurface('room')
  return (
    <Room>
      <Big as="h1">{circle.name}</Big>
      <p>{text('join.no_meeting')}</p>
    </Room>
  )
}
