import { type ReactNode, useLayoutEffect } from 'react'
import { useText } from '../../live/words/text.ts'
import { Band } from '../../ui/frames/Band.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { useStation } from './station.ts'

export interface FrameProps {
  /** Names the step. */
  readonly title: ReactNode
  /** My turn: gold on top; `tall` fills the screen with it, and `matter` stands in the gold. */
  readonly turn?: 'band' | 'tall'
  readonly over?: ReactNode
  readonly matter?: ReactNode
  readonly act?: ReactNode
  /** Something is asked of me: the foot gives way, its places stand under my name. */
  readonly acting?: boolean
  readonly children?: ReactNode
}

/** Another step begins at its top, wherever the one before was read: a turn is never above the screen. */
function useTop(step: string): void {
  useLayoutEffect(() => {
    if (step !== '' && window.scrollY > 0) window.scrollTo(0, 0)
  }, [step])
}

/** The phone's screen: item, step and name on top, what there is to do at the bottom, Meeting and Minutes at its foot. */
export function Frame({ title, turn, over, matter, act, acting, children }: FrameProps) {
  const text = useText()
  const station = useStation()
  const top = over ?? station.over
  useTop(`${turn ?? ''} ${typeof title === 'string' ? title : ''}`)
  const band = turn ? (
    <Band title={title} over={top} menu={station.menu} tall={turn === 'tall'}>
      {matter}
    </Band>
  ) : undefined
  const foot = [
    { id: 'meeting', label: text('my.meeting'), current: true, onPress: () => undefined },
    { id: 'minutes', label: text('my.minutes'), onPress: station.openMinutes },
  ]
  return (
    <Phone
      over={top}
      title={title}
      menu={station.menu}
      band={band}
      tall={turn === 'tall'}
      bar={station.bar}
      act={station.join ?? act}
      foot={acting || turn ? undefined : foot}
      footLabel={text('my.places')}
    >
      {children}
    </Phone>
  )
}
