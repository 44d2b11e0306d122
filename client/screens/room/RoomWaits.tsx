import type { CircleState } from '../../../shared/circle/types.ts'
import { usePageSurface } from '../../live/surface.ts'
import { useText } from '../../live/text.ts'
import { Big } from '../../ui/Big.tsx'
import { Room } from '../../ui/Room.tsx'

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
