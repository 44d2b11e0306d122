import type { Standing } from '../../../../shared/parts/turns.ts'
import { useText } from '../../../live/words/text.ts'

export interface LaterProps {
  readonly as: Standing
  /** Everyone in the order has had a turn. */
  readonly last: boolean
  readonly usual: string
}

/** Why I am asked now: in the order, or once more behind it. */
export function Later({ as, last, usual }: LaterProps) {
  const text = useText()
  if (as !== 'upcoming') return <p>{text(`my.as.${as}`)}</p>
  return <p>{last ? text('my.last_call') : usual}</p>
}
