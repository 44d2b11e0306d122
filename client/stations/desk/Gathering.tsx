import { useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Desk } from '../../meeting/desk/Desk.tsx'
import { useOpen } from '../../meeting/desk/open.ts'
import { Seats } from '../../meeting/desk/Seats.tsx'
import { useScript } from '../../meeting/desk/script.ts'
import { useSurface } from '../../meeting/desk/surface.ts'
import { useJoin } from '../../meeting/join.ts'
import { useNamed } from '../../meeting/names.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useRest } from '../../ui/controls/rest.ts'
import { Hidden } from '../../ui/Hidden.tsx'
import { ItemDraft } from './dialogs/ItemDraft.tsx'
import styles from './dialogs/JoinLink.module.css'
import { CopyLink, JoinCode } from './dialogs/JoinLink.tsx'

/** So many names push what counts for all of them out of sight: it goes first. */
const MANY = 6
/** A longer title would make the way on a paragraph. */
const LONG = 45

function NotHere() {
  const { seats } = useMeeting()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const missing = seats.filter((s) => s.attendance === 'expected').map((s) => s.person)
  if (missing.length === 0) return <p className="quiet">{text('desk.all_here')}</p>
  const others = (
    <p style={{ marginBlock: 'var(--s4)' }}>
      <Button onPress={() => send({ type: 'seat.no_device', people: missing })}>{text('desk.others_here')}</Button>
    </p>
  )
  const many = missing.length > MANY
  return (
    <section>
      <h2>{text('desk.not_here_yet')}</h2>
      {many ? others : null}
      <ul className="rows">
        {missing.map((person) => (
          <li key={person} className="row">
            <bdi>{named(person)}</bdi>
            <span className="quietly">
              <Button
                kind="text"
                aria-label={text('desk.no_phone_for', { name: named(person) })}
                onPress={() => send({ type: 'seat.no_device', people: [person] })}
              >
                {text('desk.no_phone_tap')}
              </Button>
              <Button
                kind="text"
                aria-label={text('desk.not_coming_for', { name: named(person) })}
                onPress={() => send({ type: 'seat.mark', person, attendance: 'absent', confirmed: false })}
              >
                {text('desk.not_coming')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {many ? null : others}
    </section>
  )
}

function Newcomers() {
  const { seats } = useMeeting()
  const send = useSend()
  const text = useText()
  if (!seats.some((s) => s.as === 'guest')) return null
  return (
    <p>
      <Button onPress={() => send({ type: 'people.circle' })}>{text('desk.our_circle')}</Button>
    </p>
  )
}

/** The code, and the link for whoever is elsewhere. */
function WayIn({ size }: { size: string }) {
  const { circle } = useMeeting()
  const link = useJoin(circle)
  return (
    <div className={styles.code}>
      <JoinCode size={size} />
      {link ? <CopyLink link={link} /> : null}
    </div>
  )
}

/** People come; everyone is in, and nobody is made to wait for one who is not coming. */
export function Gathering() {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const say = useScript()
  const { show } = useOpen()
  const narrow = useSurface() === 'phone'
  const resting = useRest(now.stage)
  const first = now.items.find((i) => i.stage === 'planned') ?? null
  return (
    <Desk
      say={say('gather')}
      side={
        <>
          <NotHere />
          <Newcomers />
          {first?.kind === 'decide' ? <ItemDraft key={first.id} item={first} /> : null}
          <div className="push quietly">
            <Button kind="text" onPress={() => show({ what: 'add person' })}>
              {text('desk.add_person')}
            </Button>
            <Button kind="text" onPress={() => show({ what: 'people' })}>
              {text('desk.people')}
            </Button>
            <Button kind="text" onPress={() => show({ what: 'agenda' })}>
              {text('desk.agenda')}
            </Button>
          </div>
        </>
      }
      last={
        <Button
          kind="do"
          hotkey="N"
          resting={resting}
          onPress={() => send({ type: 'meeting.open', item: first?.id ?? null })}
        >
          {first && first.title.length <= LONG ? text('desk.begin_title', { title: first.title }) : text('desk.begin')}
        </Button>
      }
    >
      <Hidden>
        <h1>{text('desk.gathering')}</h1>
      </Hidden>
      {narrow ? (
        <WayIn size="220px" />
      ) : (
        <Seats>
          <WayIn size="176px" />
        </Seats>
      )}
    </Desk>
  )
}
