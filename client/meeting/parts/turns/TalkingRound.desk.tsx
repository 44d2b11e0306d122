import type { ReactNode } from 'react'
import type { Note } from '../../../../shared/parts/notes.ts'
import { isLastCall, type Turns, takesPart } from '../../../../shared/parts/turns.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import type { Aim } from '../../aim.ts'
import { Desk, type DeskProps } from '../../desk/Desk.tsx'
import { useOpen } from '../../desk/open.ts'
import { Seats } from '../../desk/Seats.tsx'
import { useScript } from '../../desk/script.ts'
import { useSurface } from '../../desk/surface.ts'
import { useNamed } from '../../names.ts'
import { Notes } from '../notes/Notes.desk.tsx'
import { useHeard } from './Heard.desk.tsx'
import { turnsGoing } from './marks.ts'
import { isMany, Order } from './Order.desk.tsx'
import { RoundTools } from './RoundTools.desk.tsx'

export type TalkingRoundProps = Pick<DeskProps, 'steps' | 'say' | 'side'> & {
  aim: Aim
  turns: Turns
  notes: readonly Note[]
  kind: Note['kind']
}

function Speaking({ turns }: { turns: Turns }) {
  const text = useText()
  const named = useNamed()
  const surface = useSurface()
  const [next, then] = turns.queue
  if (!turns.speaking) return <Big size="title">{text('desk.all_spoken')}</Big>
  return (
    <>
      <Big>{named(turns.speaking.person)}</Big>
      <p className="lead">{text(turns.paused ? 'desk.is_paused' : 'desk.is_speaking')}</p>
      {next ? (
        <p className="lead">
          {text('desk.next')}{' '}
          <b>
            <bdi>{named(next.person)}</bdi>
          </b>
        </p>
      ) : null}
      {then && surface === 'laptop' ? (
        <p className="lead quiet">{text('desk.then_name', { name: named(then.person) })}</p>
      ) : null}
    </>
  )
}

function RecordFor({ aim, turns }: { aim: Aim; turns: Turns }) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { speaking, turn, paused } = turns
  const resting = useRest(turn)
  if (!speaking || paused) return <RoundTools aim={aim} turns={turns} />
  const later = !turns.later.includes(speaking.person)
  return (
    <div className="stack">
      <div className="caption">
        <p className="quiet small">{text('desk.record_for', { name: named(speaking.person) })}</p>
        <RoundTools aim={aim} turns={turns} />
      </div>
      <div className="acts">
        <Button hotkey="P" capless resting={resting} onPress={() => send({ type: 'turn.pass', ...aim, turn })}>
          {text('desk.pass')}
        </Button>
        <Button
          hotkey="C"
          capless
          resting={resting}
          onPress={() => send({ type: later ? 'turn.later' : 'turn.skip', ...aim, turn })}
        >
          {text(later ? 'desk.come_back' : 'desk.skip')}
        </Button>
      </div>
    </div>
  )
}

/** The one that leads on: the next by name, or that everyone was heard. */
function useLeading(aim: Aim, turns: Turns, heard: () => void): { last: ReactNode; others: ReactNode } {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const resting = useRest(`${turns.turn} ${turns.paused}`)
  const { speaking, queue, turn } = turns
  const press = (words: string, act: () => void) => (
    <Button kind="do" hotkey="N" resting={resting} onPress={act}>
      {words}
    </Button>
  )
  if (turns.paused)
    return { last: press(text('desk.go_on'), () => send({ type: 'round.resume', ...aim })), others: null }
  const [next] = queue
  if (!speaking || !next) return { last: press(text('desk.heard'), heard), others: null }
  return {
    last: press(text('desk.next_name', { name: named(next.person) }), () => send({ type: 'turn.done', ...aim, turn })),
    others: <Button onPress={heard}>{text('desk.heard')}</Button>,
  }
}

/** A round in which people speak: marking turns is optional, a tap on whoever speaks puts the screen right. */
export function TalkingRound({ aim, turns, notes, kind, side, say, ...desk }: TalkingRoundProps) {
  const { seats } = useMeeting()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { show } = useOpen()
  const script = useScript()
  const { heard, dialog } = useHeard(aim, turns)
  const { last, others } = useLeading(aim, turns, heard)
  const { speaking, queue, paused } = turns
  const many = isMany(seats)
  const speaks = (person: PersonId) =>
    takesPart(turns, person) && !paused
      ? send({ type: 'turn.give', ...aim, to: person })
      : show({ what: 'person', person })
  const told = speaking ? text('desk.tell_speaking', { name: named(speaking.person), count: queue.length }) : undefined
  return (
    <Desk
      {...desk}
      say={paused ? null : speaking ? say : script('last_call')}
      tell={told}
      side={
        <>
          {many ? <RecordFor aim={aim} turns={turns} /> : side}
          <Notes aim={aim} kind={kind} notes={notes} />
          {many ? <Order turns={turns} /> : null}
          <div className="push stack">{many ? side : <RecordFor aim={aim} turns={turns} />}</div>
        </>
      }
      onBack={turns.last && !paused ? () => send({ type: 'turn.back', ...aim }) : undefined}
      others={others}
      last={last}
      forPerson={(person) => <ForSpeaker aim={aim} turns={turns} person={person} />}
    >
      <Seats going={turnsGoing(seats, turns)} press={{ words: (name) => text('desk.this_one', { name }), act: speaks }}>
        <Speaking turns={turns} />
        {isLastCall(turns) && speaking ? <p className="quiet">{text('desk.last_call')}</p> : null}
      </Seats>
      {dialog}
    </Desk>
  )
}

function ForSpeaker({ aim, turns, person }: { aim: Aim; turns: Turns; person: PersonId }) {
  const send = useSend()
  const text = useText()
  const { show } = useOpen()
  const act = (command: Parameters<typeof send>[0]) => () => {
    show(null)
    send(command)
  }
  if (turns.stage !== 'running') return null
  if (turns.ended[person] === 'passed') {
    return <Button onPress={act({ type: 'turn.unpass', ...aim, for: person })}>{text('desk.speaks_after_all')}</Button>
  }
  if (takesPart(turns, person)) {
    return <Button onPress={act({ type: 'turn.give', ...aim, to: person })}>{text('desk.speaks_now')}</Button>
  }
  return <Button onPress={act({ type: 'turn.invite', ...aim, person })}>{text('desk.invite')}</Button>
}
