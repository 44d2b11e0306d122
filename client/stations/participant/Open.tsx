import type { Item } from '../../../shared/meeting/types.ts'
import { useText } from '../../live/text.ts'
import { Big } from '../../ui/Big.tsx'
import { Frame } from './Frame.tsx'
import styles from './participant.module.css'
import { useChair } from './people.ts'
import { SeatRing } from './SeatRing.tsx'

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
      <p className={`quiet ${styles.free}`}>{text('my.will_lead', { who })}</p>
    </Frame>
  )
}
