import { useState } from 'react'
import type { Turns } from '../../../../shared/parts/turns.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import type { Aim } from '../../aim.ts'
import { useNames } from '../../names.ts'

/** Ends a talking round in one act; who asked to be come back to, or is away, is named first. */
export function useHeard(aim: Aim, turns: Turns) {
  const send = useSend()
  const text = useText()
  const names = useNames()
  const [asking, ask] = useState(false)
  const open = turns.queue.filter((w) => w.as === 'later' || w.as === 'away').map((w) => w.person)
  function end() {
    ask(false)
    send({ type: 'round.heard', ...aim, over: open })
  }
  const dialog = (
    <Dialog open={asking} title={text('desk.heard')} closeLabel={text('common.close')} onClose={() => ask(false)}>
      <div className="form">
        <p>{text('desk.still_to_ask', { names: names(open) })}</p>
        <p>
          <Button onPress={end}>{text('desk.heard_all_the_same')}</Button>
        </p>
      </div>
    </Dialog>
  )
  return { dialog, heard: () => (open.length > 0 ? ask(true) : end()) }
}
