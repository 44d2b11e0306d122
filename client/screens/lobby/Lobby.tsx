import '../../live/words/join.ts'
import { useEffect, useState } from 'react'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import type { ItemKind } from '../../../shared/processes/process.ts'
import type { Seat } from '../../../shared/types.ts'
import { useMeeting, useName, useSend } from '../../live/hooks.ts'
import { useOfflineBar } from '../../live/line/OfflineBar.tsx'
import { canBuzz, setBuzz, unlockSound, wantsBuzz } from '../../live/page/cues.ts'
import { keepLit } from '../../live/page/wakelock.ts'
import { Sending } from '../../live/sending/Sending.tsx'
import { isolated, useText } from '../../live/words/text.ts'
import { PersonMenu } from '../../meeting/menu/PersonMenu.tsx'
import { fetchFor } from '../../processes/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Check } from '../../ui/controls/Choice.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { Agenda } from './Agenda.tsx'
import { LobbyRing } from './LobbyRing.tsx'
import styles from './lobby.module.css'

/** The lobby comes first. */
const quiet = 1500
/** A longer name has no room for being asked beside itself. */
const short = 12

interface LobbyProps {
  readonly seat: Seat
  /** They have said that they only read along. */
  readonly reading: boolean
  readonly onRead: () => void
  readonly onHere: () => void
}

/** One's seat waits: one tap sits down, and lets the phone buzz, sound and stay lit. Or one only reads along. */
export function Lobby({ seat, reading, onRead, onHere }: LobbyProps) {
  const text = useText()
  const name = useName()
  const now = useMeeting()
  const bar = useOfflineBar()
  const isHere = seat.attendance === 'present'
  useAgendaFetched(now)
  const called = isolated(name(seat.person).name)
  return (
    <Phone
      over={<bdi>{now.name}</bdi>}
      title={text('lobby.hello', { name: called })}
      menu={
        <PersonMenu
          says={isHere ? undefined : called.length > short ? text('menu.not_you') : text('menu.not', { name: called })}
        />
      }
      bar={bar}
      act={isHere ? <AmHere seat={seat} /> : <Arrive seat={seat} reading={reading} onRead={onRead} onHere={onHere} />}
    >
      <LobbyRing />
      <p className={styles.opens}>
        <Opens />
      </p>
      <Agenda />
    </Phone>
  )
}

/** What the agenda will need comes while people still arrive, and the lobby itself has come. */
function useAgendaFetched({ items }: Now): void {
  const wanted = [...new Set(items.map(({ kind }) => kind))].sort().join(' ')
  useEffect(() => {
    const timer = setTimeout(() => void fetchFor(wanted.split(' ') as readonly ItemKind[]), quiet)
    return () => clearTimeout(timer)
  }, [wanted])
}

function Opens() {
  const text = useText()
  const name = useName()
  const now = useMeeting()
  const chair = facilitatorOf(now)
  if (now.stage === 'open') return text('lobby.goes_on')
  return chair === null ? text('lobby.opens_nobody') : text('lobby.opens', { name: isolated(name(chair).name) })
}

function Arrive({ seat, reading, onRead, onHere }: LobbyProps) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const chair = facilitatorOf(useMeeting())
  const [remote, setRemote] = useState(seat.remote)
  const [buzzes, setBuzzes] = useState(wantsBuzz)

  function here(): void {
    unlockSound()
    keepLit(true)
    onHere()
    void send({ type: 'here', remote, for: null })
  }

  return (
    <div className={styles.arrive}>
      <Check label={text('lobby.remote')} checked={remote} onChange={setRemote} />
      {canBuzz ? (
        <Check
          label={text('lobby.buzz')}
          help={chair === null ? undefined : text('lobby.calls', { name: isolated(name(chair).name) })}
          checked={buzzes}
          onChange={(on) => {
            setBuzz(on)
            setBuzzes(on)
          }}
        />
      ) : null}
      {reading ? <p className="quiet">{text('lobby.reading_now')}</p> : null}
      <Button kind="do" onPress={here}>
        {text('lobby.here')}
      </Button>
      {reading ? null : (
        <div className={styles.reading}>
          <Button kind="text" onPress={onRead}>
            {text('lobby.reading')}
          </Button>
        </div>
      )}
    </div>
  )
}

function AmHere({ seat }: { seat: Seat }) {
  const text = useText()
  const name = useName()
  const send = useSend()
  const chair = facilitatorOf(useMeeting())
  const { person, remote } = seat
  return (
    <div className={styles.arrive}>
      <p>
        <b>{text('lobby.waiting')}</b>{' '}
        {chair === null
          ? null
          : text(wantsBuzz() ? 'lobby.calls_buzz' : 'lobby.calls', { name: isolated(name(chair).name) })}
      </p>
      <Sending of={(command) => command.type === 'here'} />
      <div className={styles.reading}>
        <Button kind="text" onPress={() => send({ type: 'seat.remote', person, remote: !remote })}>
          {text(remote ? 'lobby.change_in_room' : 'lobby.change_remote')}
        </Button>
      </div>
    </div>
  )
}
