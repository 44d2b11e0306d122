import { useState } from 'react'
import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/text.ts'
import { shownItem } from '../../meeting/mine.ts'
import { stepOf } from '../../processes/at.ts'
import { Bar } from '../../ui/Bar.tsx'

/** While somebody writes nothing takes their screen; this line says that the meeting is elsewhere by now. */
export function MovedOn() {
  const text = useText()
  const now = useMeeting()
  const at = momentOf(shownItem(now))
  const [began] = useState(at)
  return began === at ? null : <Bar>{text('my.moved_on')}</Bar>
}

type Shown = ReturnType<typeof shownItem>

/** What is asked, of whom: another moment when any of it is another. */
function momentOf(item: Shown): string {
  const run = item?.runs.at(-1)
  return [item?.id, item?.stage, run?.id, run ? stepOf(run.state) : ''].join(' ')
}
