import { useState } from 'react'
import type { CircleState } from '../../../shared/circle/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useName, useSend } from '../../live/hooks.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Person } from '../../ui/shown/Person.tsx'
import { Entry } from './Entry.tsx'
import { RenamePerson } from './RenamePerson.tsx'

interface MembersProps {
  readonly circle: NonNullable<CircleState>
  readonly me: PersonId
  readonly canMove: boolean
}

/** Who belongs to the circle, in the order of the seats, which buttons change. */
export function Members({ circle, me, canMove }: MembersProps) {
  const text = useText()
  const name = useName()
  const [changing, setChanging] = useState(false)
  const { members } = circle
  return (
    <section>
      <h2>{text('circle.members', { count: members.length })}</h2>
      {changing ? (
        <p className="quiet small">{text('circle.seats_help')}</p>
      ) : (
        <p>
          {members.map((person, index) => (
            <span key={person}>
              {index > 0 ? ', ' : null}
              <Person {...name(person)} strong={false} />
            </span>
          ))}
        </p>
      )}
      {changing ? (
        <ol className="rows">
          {members.map((person, index) => (
            <Seat key={person} circle={circle} me={me} person={person} at={index} />
          ))}
        </ol>
      ) : null}
      {canMove ? (
        <Button kind="text" onPress={() => setChanging(!changing)}>
          {text(changing ? 'circle.done' : 'circle.change_seats')}
        </Button>
      ) : (
        <p className="quiet small">{text('circle.meeting_runs')}</p>
      )}
    </section>
  )
}

interface SeatProps {
  readonly circle: NonNullable<CircleState>
  readonly me: PersonId
  readonly person: PersonId
  readonly at: number
}

function Seat({ circle, me, person, at }: SeatProps) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const called = isolated(name(person).name)
  const last = circle.members.length - 1
  return (
    <Entry>
      <RenamePerson circle={circle.id} me={me} person={person} />
      <span className="quietly">
        {at > 0 ? (
          <Button
            kind="text"
            aria-label={text('circle.earlier', { name: called })}
            onPress={() => send({ type: 'circle.seat', person, by: -1 })}
          >
            {text('circle.earlier_short')}
          </Button>
        ) : null}
        {at < last ? (
          <Button
            kind="text"
            aria-label={text('circle.later', { name: called })}
            onPress={() => send({ type: 'circle.seat', person, by: 1 })}
          >
            {text('circle.later_short')}
          </Button>
        ) : null}
      </span>
    </Entry>
  )
}
