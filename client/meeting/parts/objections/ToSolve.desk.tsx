import type { Objection } from '../../../../shared/parts/objections.ts'
import { useMe, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sign } from '../../../ui/shown/Sign.tsx'
import type { Aim } from '../../aim.ts'
import { useNamed } from '../../names.ts'

function Hint({ aim, objection }: { aim: Aim; objection: Objection }) {
  const me = useMe()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { id, by, meets } = objection
  const owner = by === me ? null : by
  const say = (would: boolean) => send({ type: 'objection.meets', ...aim, objection: id, meets: would, for: owner })
  if (meets !== null) {
    return (
      <p className="quietly">
        <span className="quiet small">{text(meets ? 'desk.would_meet' : 'desk.not_yet', { name: named(by) })}</span>
        <Button kind="text" onPress={() => say(!meets)}>
          {text('common.change')}
        </Button>
      </p>
    )
  }
  return (
    <p className="quietly">
      <span className="quiet small">{text('desk.meet_it')}</span>
      <Button kind="text" aria-label={text('desk.it_would_for', { name: named(by) })} onPress={() => say(true)}>
        {text('desk.it_would')}
      </Button>
      <Button kind="text" aria-label={text('desk.not_yet_for', { name: named(by) })} onPress={() => say(false)}>
        {text('desk.not_yet_short')}
      </Button>
    </p>
  )
}

export type ToSolveProps = { aim: Aim; objections: readonly Objection[]; plain?: boolean }

/** What is to be solved, larger than who said it; and whether the wording would meet it, which is a hint and no more. */
export function ToSolve({ aim, objections, plain }: ToSolveProps) {
  const text = useText()
  const named = useNamed()
  if (objections.length === 0) return null
  return (
    <section>
      <p className="quiet small">{text('desk.to_solve')}</p>
      <ul className="rows">
        {objections.map((o) => (
          <li key={o.id} className="signed">
            <Sign name="objection" size="32px" />
            <div>
              <b>
                <bdi>{named(o.by)}</bdi>
              </b>
              <p className="words" dir="auto">
                {o.phrase || o.reason}
              </p>
              {plain ? null : <Hint aim={aim} objection={o} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
