import { type ReactNode, useState } from 'react'
import { facilitatorOf, running, seatOf } from '../../../../shared/meeting/around.ts'
import type { Attendance, PersonId, Seat } from '../../../../shared/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useFacts } from './People.tsx'
import { PersonRoles } from './PersonRoles.tsx'

const away = ['out', 'left', 'absent'] as const

/** Comes and goes by the facilitator's word. Someone whose objection stands is marked as gone only when asked twice. */
function Attend({ seat }: { seat: Seat }) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const [sure, setSure] = useState<Attendance | null>(null)
  const { person } = seat
  async function mark(attendance: Attendance) {
    const answer = await send({ type: 'seat.mark', person, attendance, confirmed: sure === attendance })
    setSure(!answer.ok && answer.reason === 'objection_stands' ? attendance : null)
  }
  const isHere = seat.attendance === 'present'
  return (
    <>
      <div className="acts">
        {isHere ? null : (
          <>
            <Button onPress={() => send({ type: 'here', remote: false, for: person })}>{text('desk.is_here')}</Button>
            <Button onPress={() => send({ type: 'here', remote: true, for: person })}>
              {text('desk.is_here_remote')}
            </Button>
          </>
        )}
        {away
          .filter((attendance) => attendance !== seat.attendance && (isHere || attendance === 'absent'))
          .map((attendance) => (
            <Button key={attendance} onPress={() => mark(attendance)}>
              {text(`desk.mark_${attendance}`)}
            </Button>
          ))}
      </div>
      {sure ? <p>{text('desk.sure_gone', { name: named(person) })}</p> : null}
    </>
  )
}

function Place({ seat }: { seat: Seat }) {
  const send = useSend()
  const text = useText()
  const { person, remote, noDevice } = seat
  return (
    <div className="acts">
      {seat.attendance === 'present' ? (
        <Button onPress={() => send({ type: 'seat.remote', person, remote: !remote })}>
          {text(remote ? 'desk.make_in_room' : 'desk.make_remote')}
        </Button>
      ) : null}
      {noDevice ? null : (
        <Button onPress={() => send({ type: 'seat.no_device', people: [person] })}>{text('desk.make_no_phone')}</Button>
      )}
      <Button onPress={() => send({ type: 'seat.move', person, by: -1 })}>{text('desk.seat_back')}</Button>
      <Button onPress={() => send({ type: 'seat.move', person, by: 1 })}>{text('desk.seat_on')}</Button>
    </div>
  )
}

/** One person: what they said aloud, whether they are here, where they sit, what they do for the meeting. */
export function Person({ id, here }: { id: PersonId; here?: ReactNode }) {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const facts = useFacts()
  const seat = seatOf(now, id)
  if (!seat) return null
  const words = facts(seat)
  const removable = me === facilitatorOf(now) && id !== now.facilitator && !running(now)
  return (
    <div className="form">
      {words.length > 0 ? <p className="quiet">{words.join(' · ')}</p> : null}
      {here}
      {now.stage === 'ended' ? null : (
        <>
          <Attend seat={seat} />
          <Place seat={seat} />
          <PersonRoles seat={seat} />
          {removable ? (
            <p>
              <Button kind="text" onPress={() => send({ type: 'seat.remove', person: id })}>
                {text('desk.remove_seat')}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </div>
  )
}
