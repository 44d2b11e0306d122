import { type ReactNode, useEffect } from 'react'
import type { PersonId } from '../../../shared/types.ts'
import { useOfflineBar } from '../../live/line/OfflineBar.tsx'
import { useText } from '../../live/words/text.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Deck, Laptop, Say } from '../../ui/frames/Laptop.tsx'
import { Steps } from '../../ui/shown/Steps.tsx'
import { AgendaLine, Half } from './AgendaLine.tsx'
import { useOpen } from './open.ts'
import { useSurface } from './surface.ts'
import { Time, Top } from './Top.tsx'
import { UndoLine } from './UndoLine.tsx'

export type DeskProps = {
  /** Where in the course of things we are. */
  steps?: { items: readonly string[]; current: number }
  /** The sentence to read aloud; null while the script is off. */
  say?: string | null
  side?: ReactNode
  /** Stands bottom left while there is nothing to undo. */
  said?: ReactNode
  /** Stands bottom left whatever else. */
  start?: ReactNode
  onBack?: () => void
  /** Quieter controls beside the one that leads on. */
  others?: ReactNode
  /** Quieter still: beside them on a laptop, among the rest on a phone. */
  also?: ReactNode
  /** The one button that leads on, bottom right, or the words that stand in its place. */
  last?: ReactNode
  /** What leads on where it stands in the middle of the stage; the room's picture has it on its strip, first. */
  act?: ReactNode
  /** Two answers of the same weight instead. */
  two?: ReactNode
  /** Told to those who hear the screen, whenever it changes. */
  tell?: string
  /** What may be entered here for one person; shown with that person. */
  forPerson?: (person: PersonId) => ReactNode
  /** The stage. */
  children: ReactNode
}

function useTell(words: string | undefined): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (words) announce(words, { topic: 'desk' })
  }, [words, announce])
}

/** The facilitator's frame around whatever is going on: agenda above, what to say beside, what leads on below. */
export function Desk(props: DeskProps) {
  const { steps, say, side, said, start, onBack, others, also, last, act, two, tell, forPerson, children } = props
  const text = useText()
  const bar = useOfflineBar()
  const { room, dialogs, picture } = useOpen()
  const narrow = useSurface() === 'phone'
  useTell(tell)
  if (room) return picture(act, two ?? last)
  return (
    <>
      <Laptop
        left={<Top />}
        half={<Half />}
        agenda={<AgendaLine />}
        right={<Time />}
        bar={bar}
        side={
          <>
            {steps && !narrow ? <Steps label={text('desk.steps')} items={steps.items} current={steps.current} /> : null}
            {say ? <Say label={text('desk.say')}>{text('desk.quoted', { words: say })}</Say> : null}
            {side}
            {narrow && also ? <div className="acts">{also}</div> : null}
            {narrow && start ? <div className="quiet">{start}</div> : null}
          </>
        }
        deck={
          <Deck said={<UndoLine otherwise={said} start={narrow ? null : start} />} last={last}>
            {onBack ? (
              <Button hotkey="B" onPress={onBack}>
                {text('common.back')}
              </Button>
            ) : null}
            {narrow ? null : also}
            {others}
            {two}
          </Deck>
        }
      >
        {children}
      </Laptop>
      {dialogs(forPerson)}
    </>
  )
}
