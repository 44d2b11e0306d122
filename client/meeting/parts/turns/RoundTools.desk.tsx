import { useState } from 'react'
import type { Turns } from '../../../../shared/parts/turns.ts'
import { useSend } from '../../../live/hooks.ts'
import { Refusals } from '../../../live/sending/Refusals.tsx'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import type { Aim } from '../../aim.ts'
import { useNamed } from '../../names.ts'

function Upcoming({ aim, turns }: { aim: Aim; turns: Turns }) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  return (
    <ol className="rows">
      {turns.queue.map(({ person, as }, at) => (
        <li key={person} className="row">
          <bdi>{named(person)}</bdi>
          <span className="quietly">
            {turns.queue[at - 1]?.as === as ? (
              <Button
                kind="text"
                aria-label={text('desk.speak_earlier', { name: named(person) })}
                onPress={() => send({ type: 'turn.move', ...aim, person, by: -1 })}
              >
                {text('desk.earlier')}
              </Button>
            ) : null}
            {turns.queue[at + 1]?.as === as ? (
              <Button
                kind="text"
                aria-label={text('desk.speak_later', { name: named(person) })}
                onPress={() => send({ type: 'turn.move', ...aim, person, by: 1 })}
              >
                {text('desk.later')}
              </Button>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Restart({ aim, onDone }: { aim: Aim; onDone: () => void }) {
  const send = useSend()
  const text = useText()
  const [reason, write] = useState('')
  async function restart() {
    const answer = await send({ type: 'round.restart', ...aim, reason })
    if (answer.ok) onDone()
  }
  return (
    <div className="stack">
      <Field label={text('desk.restart_why')} value={reason} onChange={write} onEnter={restart} maxLength={200} />
      <p>
        <Button onPress={restart}>{text('desk.restart')}</Button>
      </p>
    </div>
  )
}

export type RoundToolsProps = {
  aim: Aim
  turns: Turns
  /** In place of ending it early: back to the words, which takes away what was answered. */
  onLeave?: () => void
}

/** What may be done to a round that runs; seldom wanted, so it waits behind one word. */
export function RoundTools({ aim, turns, onLeave }: RoundToolsProps) {
  const send = useSend()
  const text = useText()
  const [open, show] = useState(false)
  const away = () => show(false)
  function act(type: 'round.pause' | 'round.end') {
    away()
    send({ type, ...aim })
  }
  function leave() {
    away()
    onLeave?.()
  }
  return (
    <>
      <Button kind="text" onPress={() => show(true)}>
        {text('desk.the_round')}
      </Button>
      <Dialog open={open} title={text('desk.the_round')} closeLabel={text('common.close')} onClose={away}>
        <div className="form">
          <div className="acts">
            <Button onPress={() => act('round.pause')}>{text('desk.pause')}</Button>
            {onLeave ? (
              <Button onPress={leave}>{text('desk.back_to_words')}</Button>
            ) : (
              <Button onPress={() => act('round.end')}>{text('desk.end_early')}</Button>
            )}
          </div>
          {turns.queue.length > 1 ? <Upcoming aim={aim} turns={turns} /> : null}
          <Restart aim={aim} onDone={away} />
          {onLeave ? <p className="quiet small">{text('desk.restart_clears')}</p> : null}
        </div>
        <Refusals />
      </Dialog>
    </>
  )
}
