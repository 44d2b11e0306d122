import { facilitatorOf } from '../../../../shared/meeting/around.ts'
import type { Now } from '../../../../shared/meeting/types.ts'
import type { PersonId, Seat } from '../../../../shared/types.ts'
import { useHere, useMeeting, useName } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Person } from '../../../ui/shown/Person.tsx'

/** What someone does for the meeting, by the ids of its words. */
export function rolesOf(now: Now, person: PersonId): readonly string[] {
  const roles: string[] = []
  if (facilitatorOf(now) === person) roles.push('desk.role_facilitator')
  if (now.secretary === person) roles.push('desk.role_secretary')
  if (now.backup === person) roles.push('desk.role_backup')
  return roles
}

/** Attendance and connection, told apart: each by its own words. */
export function useFacts(): (seat: Seat) => readonly string[] {
  const here = useHere()
  const text = useText()
  return (seat) => {
    const light = here?.lights?.[seat.person]
    const facts: string[] = []
    if (seat.attendance !== 'present') facts.push(text(`desk.is_${seat.attendance}`))
    if (seat.as === 'guest') facts.push(text('desk.guest'))
    if (seat.remote && seat.attendance === 'present') facts.push(text('desk.remote'))
    if (seat.attendance === 'present' && light === 'asleep') facts.push(text('desk.asleep'))
    else if (seat.noDevice && light !== 'live') facts.push(text('desk.no_phone'))
    return facts
  }
}

function Row({ seat }: { seat: Seat }) {
  const now = useMeeting()
  const name = useName()
  const text = useText()
  const facts = useFacts()
  const { show } = useOpen()
  const { name: own, hint } = name(seat.person)
  const words = [...rolesOf(now, seat.person).map((id) => text(id)), ...facts(seat)]
  return (
    <li className="row">
      <span>
        <Person name={own} hint={hint} strong={seat.attendance === 'present'} />
        {words.length > 0 ? <span className="quiet small"> {words.join(' · ')}</span> : null}
      </span>
      <Button
        kind="text"
        aria-label={text('desk.change_person', { name: own })}
        onPress={() => show({ what: 'person', person: seat.person })}
      >
        {text('common.change')}
      </Button>
    </li>
  )
}

/** Everyone in the order of the room. */
export function People() {
  const { seats, stage } = useMeeting()
  const text = useText()
  const { show } = useOpen()
  return (
    <div className="stack">
      <ul className="rows">
        {seats.map((seat) => (
          <Row key={seat.person} seat={seat} />
        ))}
      </ul>
      {stage === 'ended' ? null : (
        <p>
          <Button onPress={() => show({ what: 'add person' })}>{text('desk.add_person')}</Button>
        </p>
      )}
    </div>
  )
}
