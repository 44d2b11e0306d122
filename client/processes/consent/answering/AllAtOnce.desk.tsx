import { useState } from 'react'
import { missing, unready } from '../../../../shared/parts/answers.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Seats } from '../../../meeting/desk/Seats.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed, useNames } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { SteppedOut } from '../../../meeting/parts/answers/SteppedOut.desk.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Big } from '../../../ui/shown/Big.tsx'
import { stepsOf } from '../steps/course.desk.ts'
import type { At } from '../steps/props.desk.ts'
import styles from './answering.module.css'
import { Covered } from './Covered.desk.tsx'
import { LeaveSealed } from './LeaveSealed.desk.tsx'
import { NotReady } from './NotReady.desk.tsx'

/** Who is still missing, by name, each with a way to answer on this laptop. */
function Missing({ people, onAnswer }: { people: readonly PersonId[]; onAnswer: (person: PersonId) => void }) {
  const { seats } = useMeeting()
  const me = useMe()
  const text = useText()
  const named = useNamed()
  const isOut = (person: PersonId) => seats.some((s) => s.person === person && s.attendance === 'out')
  return (
    <ul className="rows">
      {people.map((person) => (
        <li key={person} className="row">
          <b>
            <bdi>{named(person)}</bdi>
          </b>
          {isOut(person) ? (
            <span className="acts">
              <SteppedOut person={person} />
            </span>
          ) : (
            <Button
              aria-label={text('desk.answers_here_for', { name: named(person) })}
              onPress={() => onAnswer(person)}
            >
              {text(person === me ? 'desk.i_answer' : 'desk.answers_here')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Everyone answers unseen; a hand opens all answers together, never the last tap. */
export function AllAtOnce({ state, aim }: At<'consent'>) {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const names = useNames()
  const say = useScript()
  const [answering, answer] = useState<PersonId | null>(null)
  const { answers } = state
  const going = useAnswersGoing('laptop', answers)
  const open = answers ? [...new Set([...missing(answers, now.seats), ...unready(answers, now.seats)])] : []
  const allIn = answers !== null && open.length === 0
  const resting = useRest(allIn)
  // What somebody gave by their own hand they alone replace.
  const isTheirs = (person: PersonId) => person !== me && answers?.given[person]?.recordedBy === null
  const opens = allIn ? (
    <Button kind="do" resting={resting} onPress={() => send({ type: 'consent.open', ...aim })}>
      {text('desk.open_answers')}
    </Button>
  ) : null
  return (
    <Desk
      act={opens}
      steps={stepsOf(state, text)}
      say={say(allIn ? 'all_in' : 'all_at_once')}
      tell={allIn ? text('desk.all_in') : undefined}
      side={
        <>
          <Proposal wording={state.wording} put />
          <NotReady aim={aim} state={state} />
          <div className="push">
            {allIn ? <p className="quiet">{text('desk.still_change')}</p> : <Missing people={open} onAnswer={answer} />}
          </div>
        </>
      }
      others={<LeaveSealed aim={aim} />}
      last={allIn ? null : <p className="waiting">{text('desk.you_open')}</p>}
      forPerson={(person) =>
        now.seats.some((s) => s.person === person && s.attendance === 'present') && !isTheirs(person) ? (
          <p>
            <Button onPress={() => answer(person)}>{text('desk.answers_here')}</Button>
          </p>
        ) : null
      }
    >
      <Seats going={going} act={opens}>
        {allIn ? (
          <div className={styles.middle}>
            <Big size="title">{text('desk.all_in')}</Big>
          </div>
        ) : (
          <>
            <p className="lead">{text('desk.waiting_for')}</p>
            <Big size="title">{names(open)}</Big>
          </>
        )}
      </Seats>
      {answering ? <Covered aim={aim} state={state} person={answering} onDone={() => answer(null)} /> : null}
    </Desk>
  )
}
