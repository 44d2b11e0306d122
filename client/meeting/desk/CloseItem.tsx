import { useState } from 'react'
import { openItem } from '../../../shared/meeting/around.ts'
import { useMeeting, useSend } from '../../live/hooks.ts'
import { Refusals } from '../../live/sending/Refusals.tsx'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Dialog } from '../../ui/frames/Dialog.tsx'
import { NextStep, type Step } from './NextStep.tsx'

/** A talk closes with what happens next. */
export function CloseTalk({ onClose }: { onClose: () => void }) {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const [next, setNext] = useState<Step>({ when: '', who: openItem(now)?.lead ?? null, words: '' })
  async function close() {
    const answer = await send({ type: 'item.close', next })
    if (answer.ok) onClose()
  }
  return (
    <Dialog open title={text('desk.close_item')} closeLabel={text('common.close')} onClose={onClose}>
      <div className="form">
        <p>{text('desk.close_why')}</p>
        <NextStep value={next} onChange={setNext} />
        <p>
          <Button kind="do" onPress={close}>
            {text('desk.close_it')}
          </Button>
        </p>
      </div>
      <Refusals />
    </Dialog>
  )
}
