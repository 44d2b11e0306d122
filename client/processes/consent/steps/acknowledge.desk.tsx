import { absent } from '../../../../shared/parts/answers.ts'
import { isOpen } from '../../../../shared/parts/objections.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Seats } from '../../../meeting/desk/Seats.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed, useNames } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { ObjectionRows } from '../../../meeting/parts/objections/ObjectionRows.desk.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import styles from '../answering/answering.module.css'
import { ForPerson } from '../answering/ForPerson.desk.tsx'
import { stepsOf } from './course.desk.ts'
import type { At } from './props.desk.ts'

function Away({ people }: { people: readonly PersonId[] }) {
  const text = useText()
  const names = useNames()
  if (people.length === 0) return null
  return <p className="quiet">{text('desk.absent_may', { names: names(people), count: people.length })}</p>
}

/** All have answered. Nothing is decided by that: someone announces it, or the objections are heard. */
export function Result({ state, step, aim }: At<'acknowledge'>) {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const say = useScript()
  const objections = state.objections.filter(isOpen)
  const [first] = objections
  const count = objections.length
  const resting = useRest(`${state.ask} ${count}`)
  const { round } = step
  const away = state.answers ? absent(state.answers, now.seats) : []
  const sentence = !first
    ? say('none')
    : say(count === 1 ? 'one_objection' : 'objections', { first: named(first.by), count })
  const leads = first ? (
    <Button
      kind="do"
      hotkey="N"
      resting={resting}
      onPress={() => send({ type: 'objection.hear', ...aim, objection: first.id })}
    >
      {text('desk.hear_name', { name: named(first.by) })}
    </Button>
  ) : (
    <Button kind="do" resting={resting} onPress={() => send({ type: 'consent.announce', ...aim })}>
      {text('desk.announce')}
    </Button>
  )
  const going = useAnswersGoing('laptop', state.answers, round)
  return (
    <Desk
      act={leads}
      steps={stepsOf(state, text)}
      say={sentence}
      tell={first ? text('desk.tell_objections', { count, name: named(first.by) }) : text('desk.no_objections')}
      side={
        <>
          <Proposal wording={state.wording} put />
          {first ? <ObjectionRows aim={aim} objections={objections} /> : <Away people={away} />}
          <p className="quiet push">{text(first ? 'desk.result_hear' : 'desk.result_none')}</p>
        </>
      }
      onBack={round?.last ? () => send({ type: 'turn.back', ...aim }) : undefined}
      forPerson={(person) => <ForPerson aim={aim} state={state} round={null} person={person} />}
    >
      <Seats going={going} act={leads}>
        <div className={styles.middle}>
          <Big size="title">{first ? text('desk.objections', { count }) : text('desk.no_objections')}</Big>
        </div>
      </Seats>
    </Desk>
  )
}
