import { useState } from 'react'
import { openItem } from '../../../../shared/meeting/around.ts'
import type { Now } from '../../../../shared/meeting/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { NextStep, nextMeeting, type Step } from '../../../meeting/desk/NextStep.tsx'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Button } from '../../../ui/controls/Button.tsx'

function unfinished(now: Now) {
  const open = openItem(now)
  return [...(open ? [open] : []), ...now.items.filter((i) => i.stage === 'paused')]
}

/** Ending, with the next step of whatever is still open. What was never reached goes back by itself. */
export function EndMeeting() {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const { show } = useOpen()
  const left = unfinished(now)
  const unreached = now.items.filter((i) => i.stage === 'planned')
  const [next, setNext] = useState<Step>({ when: nextMeeting, who: left[0]?.lead ?? null, words: '' })
  async function end() {
    const answer = await send({ type: 'meeting.end', next: left.length > 0 ? next : null })
    if (answer.ok) show(null)
  }
  return (
    <div className="form">
      {left.length > 0 ? (
        <>
          <p>{text('desk.still_open', { titles: left.map((i) => i.title).join(', ') })}</p>
          <NextStep value={next} onChange={setNext} />
        </>
      ) : null}
      {unreached.length > 0 ? (
        <p className="quiet">{text('desk.not_reached_items', { titles: unreached.map((i) => i.title).join(', ') })}</p>
      ) : null}
      <p>
        <Button kind="do" onPress={end}>
          {text('desk.end')}
        </Button>
      </p>
    </div>
  )
}
