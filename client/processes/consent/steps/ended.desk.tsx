import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { EndHere } from '../../../meeting/desk/EndHere.tsx'
import { NextItem, nextItem } from '../../../meeting/desk/NextItem.tsx'
import { Outcomes } from '../../../meeting/desk/Outcomes.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import type { At } from './props.desk.ts'

/** The matter left the table without a decision; what happens next with it is said. */
export function PutOff({ item, step }: At<'ended'>) {
  const now = useMeeting()
  const text = useText()
  const say = useScript()
  const next = nextItem(now)
  return (
    <Desk say={next ? say('next', { title: next.title }) : say('end')} last={<NextItem />}>
      <Page>
        <Big>{text(`desk.away_is_${step.how}`)}</Big>
        <Outcomes items={[item]} />
        {next ? null : <EndHere />}
      </Page>
    </Desk>
  )
}
