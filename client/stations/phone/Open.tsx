import type { Item } from '../../../shared/meeting/types.ts'
import { useText } from '../../live/words/text.ts'
import { Frame } from '../../meeting/phone/Frame.tsx'
import { useChair } from '../../meeting/phone/people.ts'
import { SeatRing } from '../../meeting/phone/SeatRing.tsx'
import { Big } from '../../ui/shown/Big.tsx'

/** An item is open and nothing goes round just now. */
export function Open({ item }: { item: Item }) {
  const text = useText()
  const who = useChair()
  return (
    <Frame title={text('my.open')}>
      <SeatRing>
        <Big as="p" size="title">
          {item.title}
        </Big>
      </SeatRing>
      <p className="quiet free">{text('my.will_lead', { who })}</p>
    </Frame>
  )
}
