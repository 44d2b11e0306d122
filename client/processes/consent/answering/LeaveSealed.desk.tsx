import { useState } from 'react'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'

/** Going back while answers are closed: they are gone unread, which is asked about first. */
export function LeaveSealed({ aim }: { aim: Aim }) {
  const send = useSend()
  const text = useText()
  const [open, show] = useState(false)
  function leave() {
    show(false)
    send({ type: 'consent.step', ...aim, to: 'wording' })
  }
  return (
    <>
      <Button hotkey="B" onPress={() => show(true)}>
        {text('common.back')}
      </Button>
      <Dialog
        open={open}
        title={text('desk.leave_round')}
        closeLabel={text('common.cancel')}
        onClose={() => show(false)}
      >
        <div className="form">
          <p>{text('desk.leave_sealed')}</p>
          <p>
            <Button onPress={leave}>{text('desk.back_to_words')}</Button>
          </p>
        </div>
      </Dialog>
    </>
  )
}
