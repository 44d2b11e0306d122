import { facilitatorOf, openItem } from '../../../../shared/meeting/around.ts'
import type { Seat } from '../../../../shared/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Button } from '../../../ui/controls/Button.tsx'

/** Secretary, back-up, the chair: pointers that change nothing else. */
export function PersonRoles({ seat }: { seat: Seat }) {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { show } = useOpen()
  const { person } = seat
  if (facilitatorOf(now) !== me) return null
  if (seat.as === 'guest') {
    return (
      <p>
        <Button onPress={() => send({ type: 'person.add', person, as: 'member' })}>{text('desk.make_member')}</Button>
      </p>
    )
  }
  const role = (which: 'secretary' | 'backup') => {
    const holds = now[which] === person
    return (
      <Button onPress={() => send({ type: 'role.set', role: which, person: holds ? null : person })}>
        {text(holds ? `desk.unmake_${which}` : `desk.make_${which}`)}
      </Button>
    )
  }
  function forItem() {
    show(null)
    send({ type: 'aside.put', text: null, form: 'aloud', does: { type: 'chair.give', to: person } })
  }
  function offer() {
    send({ type: 'chair.offer', to: person })
  }
  return (
    <>
      <div className="acts">
        {role('secretary')}
        {role('backup')}
      </div>
      {person === me ? null : (
        <div className="acts">
          {now.offered === person ? (
            <>
              <p className="quiet">{text('desk.chair_offered', { name: named(person) })}</p>
              <Button onPress={() => send({ type: 'chair.decline' })}>{text('desk.chair_keep')}</Button>
            </>
          ) : (
            <Button onPress={offer}>{text('desk.chair_offer')}</Button>
          )}
          {now.stage === 'open' && openItem(now) && !now.aside ? (
            <Button onPress={forItem}>{text('desk.chair_item')}</Button>
          ) : null}
        </div>
      )}
    </>
  )
}
