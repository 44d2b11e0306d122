import type { ReactNode } from 'react'
import type { Turns } from '../../../../shared/parts/turns.ts'
import type { Wish } from '../../../../shared/parts/turns-order.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import { Desk, type DeskProps } from '../../desk/Desk.tsx'
import { Seats } from '../../desk/Seats.tsx'
import { useNamed } from '../../names.ts'
import { useTurnsGoing } from './marks.ts'
import { StartWith } from './StartWith.desk.tsx'
import { type Start, useStart } from './start.ts'

export type BeforeRoundProps = Pick<DeskProps, 'steps' | 'say' | 'onBack' | 'also' | 'forPerson' | 'side'> & {
  /** Another moment forgets who was chosen to start. */
  at: unknown
  question?: ReactNode
  onBegin: (wish: Wish) => void
}

/** The round as it would go, for the ring: nobody has the turn yet. */
function ahead({ order, direction }: Start): Turns {
  return {
    kind: 'reaction',
    order,
    direction,
    turn: 0,
    speaking: null,
    queue: order.map((person) => ({ person, as: 'upcoming' })),
    ended: {},
    later: [],
    last: null,
    paused: false,
    stage: 'running',
  }
}

/** Who starts, known before anyone speaks; another start or the other way round is one tap. */
export function BeforeRound({ at, question, onBegin, side, ...desk }: BeforeRoundProps) {
  const text = useText()
  const named = useNamed()
  const start = useStart(at)
  const [first, second] = start.order
  const resting = useRest(first)
  const going = useTurnsGoing(ahead(start))
  return (
    <Desk
      {...desk}
      side={
        <>
          {side}
          <div className="push acts">
            <Button onPress={start.turnAround}>{text('desk.turn_around')}</Button>
          </div>
        </>
      }
      last={
        first ? (
          <Button kind="do" hotkey="N" resting={resting} onPress={() => onBegin(start.wish)}>
            {text('desk.begin_with', { name: named(first) })}
          </Button>
        ) : (
          <p className="waiting">{text('refusal.nobody_to_ask')}</p>
        )
      }
    >
      <Seats going={going} from={first}>
        {first ? (
          <>
            <p className="lead">{text('desk.starts_with')}</p>
            <Big>{named(first)}</Big>
            {second ? (
              <p className="lead">
                {text('desk.then')}{' '}
                <b>
                  <bdi>{named(second)}</bdi>
                </b>
              </p>
            ) : null}
            {question ? <p className="quiet">{question}</p> : null}
            <StartWith start={start} />
          </>
        ) : null}
      </Seats>
    </Desk>
  )
}
