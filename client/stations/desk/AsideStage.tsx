import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Aside } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useHere, useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { usePhrase, useText } from '../../live/words/text.ts'
import { Desk } from '../../meeting/desk/Desk.tsx'
import { PickPerson } from '../../meeting/desk/PickPerson.tsx'
import { Seats } from '../../meeting/desk/Seats.tsx'
import { useScript } from '../../meeting/desk/script.ts'
import { useNamed, useNames } from '../../meeting/names.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useRest } from '../../ui/controls/rest.ts'
import { Dialog } from '../../ui/frames/Dialog.tsx'
import { Big } from '../../ui/shown/Big.tsx'

/** Members here who have said nothing yet, by signal. */
function useSilent(aside: Aside): { silent: readonly PersonId[]; reachable: boolean } {
  const now = useMeeting()
  const me = useMe()
  const here = useHere()
  const silent = now.seats
    .filter((s) => s.as === 'member' && s.attendance === 'present' && s.person !== me && !(s.person in aside.fine))
    .map((s) => s.person)
  return { silent, reachable: silent.some((p) => here?.lights?.[p] !== 'asleep') }
}

function Silent({ people }: { people: readonly PersonId[] }) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { aside } = useMeeting()
  if (!aside) return null
  return (
    <section>
      <p className="quiet small">{text('desk.aside_silent')}</p>
      <ul className="rows">
        {people.map((person) => (
          <li key={person} className="row">
            <b>
              <bdi>{named(person)}</bdi>
            </b>
            <Button
              aria-label={text('desk.aside_fine_for', { name: named(person) })}
              onPress={() => send({ type: 'aside.answer', aside: aside.seq, for: person })}
            >
              {text('desk.aside_fine')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Objects({ onClose }: { onClose: () => void }) {
  const { seats, aside } = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const people = seats.filter((s) => s.as === 'member' && s.attendance === 'present').map((s) => s.person)
  return (
    <Dialog open title={text('desk.who_objects')} closeLabel={text('common.close')} onClose={onClose}>
      <PickPerson
        people={people}
        onPick={(person) => {
          onClose()
          if (aside) send({ type: 'aside.object', aside: aside.seq, for: person === me ? null : person })
        }}
      />
    </Dialog>
  )
}

/** A quick consent over whatever runs beneath it: one look round, one tap. */
export function AsideStage({ aside }: { aside: Aside }) {
  const send = useSend()
  const text = useText()
  const names = useNames()
  const say = useScript()
  const words = usePhrase()(aside.text)
  const resting = useRest(`${aside.seq} ${aside.objections.length}`)
  const [asking, ask] = useState(false)
  const { silent, reachable } = useSilent(aside)
  const stopped = aside.objections.length > 0 || aside.full.length > 0
  const waits = aside.form === 'signal' && reachable
  const act = (type: 'aside.agree' | 'aside.drop') => () => send({ type, aside: aside.seq })
  // Of a ready-made question the words as they are read here are what is decided on.
  const own = typeof aside.text === 'string' ? null : words
  const takeUp = () => send({ type: 'aside.take_up', aside: aside.seq, text: own })
  let last: ReactNode
  if (stopped) {
    last = (
      <Button kind="do" hotkey="N" resting={resting} onPress={takeUp}>
        {text('desk.aside_take_up')}
      </Button>
    )
  } else if (waits) last = <p className="waiting">{text('desk.aside_waits')}</p>
  else {
    last = (
      <Button kind="do" hotkey="N" resting={resting} onPress={act('aside.agree')}>
        {text('desk.aside_nobody')}
      </Button>
    )
  }
  return (
    <Desk
      steps={{ items: [text(aside.form === 'aloud' ? 'desk.asked_aloud' : 'desk.asked_signal')], current: 0 }}
      say={say('aside', { words })}
      side={
        <>
          <p className="quiet">{text(aside.form === 'aloud' ? 'desk.look_round' : 'desk.look_signal')}</p>
          {aside.form === 'signal' && !stopped && silent.length > 0 ? <Silent people={silent} /> : null}
          <div className="push acts">
            {stopped ? null : <Button onPress={takeUp}>{text('desk.aside_each')}</Button>}
            <Button onPress={act('aside.drop')}>{text('desk.aside_drop')}</Button>
          </div>
        </>
      }
      others={stopped ? null : <Button onPress={() => ask(true)}>{text('desk.aside_someone')}</Button>}
      last={last}
      tell={stopped ? text('desk.aside_objected', { names: names(aside.objections.map((o) => o.person)) }) : undefined}
    >
      <Seats>
        <Big size="title">{words}</Big>
        {aside.objections.length > 0 ? (
          <p className="lead">{text('desk.aside_objected', { names: names(aside.objections.map((o) => o.person)) })}</p>
        ) : null}
        {aside.full.length > 0 ? <p className="lead">{text('desk.aside_full', { names: names(aside.full) })}</p> : null}
      </Seats>
      {asking ? <Objects onClose={() => ask(false)} /> : null}
    </Desk>
  )
}
