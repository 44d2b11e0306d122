import type { ReactNode } from 'react'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import { useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { useSaying, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'

/** The last thing done as a sentence, with its undo; something else where there is nothing to undo. */
export function UndoLine({ otherwise, start }: { otherwise?: ReactNode; start?: ReactNode }) {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const saying = useSaying()
  const { back } = now
  if (!back || facilitatorOf(now) !== me) {
    return (
      <>
        {otherwise}
        {start}
      </>
    )
  }
  return (
    <>
      <span>
        {saying(back.say)}{' '}
        <Button kind="text" hotkey="U" capless onPress={() => send({ type: 'undo', seq: back.seq })}>
          {text('common.undo')}
        </Button>
      </span>
      {start}
    </>
  )
}
