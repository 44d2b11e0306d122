import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/text.ts'
import { EndHere } from '../../../stations/facilitator/Between.tsx'
import { Desk } from '../../../stations/facilitator/Desk.tsx'
import styles from '../../../stations/facilitator/facilitator.module.css'
import { NextItem, nextItem } from '../../../stations/facilitator/NextItem.tsx'
import { Outcomes } from '../../../stations/facilitator/Outcomes.tsx'
import { useScript } from '../../../stations/facilitator/script.ts'
import { Big } from '../../../ui/Big.tsx'
import type { At } from './state.ts'

/** The matter left the table without a decision; what happens next with it is said. */
export function PutOff({ item, step }: At<'ended'>) {
  const now = useMeeting()
  const text = useText()
  const say = useScript()
  const next = nextItem(now)
  return (
    <Desk say={next ? say('next', { title: next.title }) : say('end')} last={<NextItem />}>
      <div className={styles.page}>
        <Big>{text(`desk.away_is_${step.how}`)}</Big>
        <Outcomes items={[item]} />
        {next ? null : <EndHere />}
      </div>
    </Desk>
  )
}
