import { useEffect } from 'react'
import type { PersonId } from '../../../shared/types.ts'
import { useMeeting, useName, useSend } from '../../live/hooks.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { PersonMenu } from '../../meeting/menu/PersonMenu.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { takeIntent } from '../join/intent.ts'
import { Agenda } from './Agenda.tsx'

/** Someone who has a name here and no seat yet. Who tapped "join" before gets it at once. */
export function NoSeat({ me }: { me: PersonId }) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const now = useMeeting()
  useEffect(() => {
    const as = takeIntent(now.id, me)
    if (as) void send({ type: 'join.self', as })
  }, [now.id, me, send])
  return (
    <Phone
      over={<bdi>{now.name}</bdi>}
      title={text('lobby.hello', { name: isolated(name(me).name) })}
      menu={<PersonMenu />}
      act={
        <>
          {now.settings.selfAdd ? (
            <Button kind="do" onPress={() => send({ type: 'join.self', as: 'member' })}>
              {text('lobby.join_member')}
            </Button>
          ) : null}
          <Button kind={now.settings.selfAdd ? 'plain' : 'do'} onPress={() => send({ type: 'join.self', as: 'guest' })}>
            {text('lobby.join_guest')}
          </Button>
        </>
      }
    >
      <p>{text('lobby.join_title')}</p>
      <Agenda />
    </Phone>
  )
}
