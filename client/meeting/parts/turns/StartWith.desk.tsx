import { type ReactNode, useState } from 'react'
import { eligible } from '../../../../shared/parts/turns-order.ts'
import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import { PickPerson } from '../../desk/PickPerson.tsx'
import { useNamed } from '../../names.ts'
import type { Start } from './start.ts'

/** Another start, in two taps. */
export function StartWith({ start }: { start: Start }) {
  const { seats } = useMeeting()
  const text = useText()
  const [open, show] = useState(false)
  return (
    <>
      <Button kind="text" onPress={() => show(true)}>
        {text('desk.start_with')}
      </Button>
      <Dialog
        open={open}
        title={text('desk.start_with_title')}
        closeLabel={text('common.close')}
        onClose={() => show(false)}
      >
        <PickPerson
          people={eligible(seats)}
          onPick={(person) => {
            show(false)
            if (person) start.startWith(person)
          }}
        />
      </Dialog>
    </>
  )
}

/** Who starts, as a sentence, with the ways to change it. */
export function StartLine({ start, children }: { start: Start; children?: ReactNode }) {
  const text = useText()
  const named = useNamed()
  const [first, second] = start.order
  if (!first) return null
  const id = second ? 'desk.starts_then' : 'desk.starts'
  return (
    <div>
      {text(id, { first: named(first), second: named(second) })} <StartWith start={start} />{' '}
      <Button kind="text" onPress={start.turnAround}>
        {text('desk.turn_around')}
      </Button>{' '}
      {children}
    </div>
  )
}
