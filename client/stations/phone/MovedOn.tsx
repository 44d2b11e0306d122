import { useState } from 'react'
import { shownItem } from '../../../shared/meeting/shown.ts'
import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { atOf } from '../../meeting/at.ts'
import { Bar } from '../../ui/frames/Bar.tsx'

/** While somebody writes nothing takes their screen; this line says that the meeting is elsewhere by now. */
export function MovedOn() {
  const text = useText()
  const now = useMeeting()
  const at = momentOf(shownItem(now))
  const [began] = useState(at)
  return isElsewhere(began, at) ? <Bar>{text('my.moved_on')}</Bar> : null
}

interface Moment {
  readonly place: string
  /** Null while the rules that know it have not come. */
  readonly step: string | null
}

/** What is asked, of whom. */
function momentOf(item: ReturnType<typeof shownItem>): Moment {
  const run = item?.runs.at(-1)
  return { place: [item?.id, item?.stage, run?.id].join(' '), step: (run && atOf(run)?.step) ?? null }
}

function isElsewhere(began: Moment, now: Moment): boolean {
  return began.place !== now.place || (began.step !== null && now.step !== null && began.step !== now.step)
}
