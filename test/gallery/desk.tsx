import { Answer } from '../../client/ui/controls/Answer.tsx'
import { Button } from '../../client/ui/controls/Button.tsx'
import { Check, Choice } from '../../client/ui/controls/Choice.tsx'
import { Field } from '../../client/ui/controls/Field.tsx'
import { Dialog } from '../../client/ui/frames/Dialog.tsx'
import { Deck, Laptop, Say, Two } from '../../client/ui/frames/Laptop.tsx'
import { Room } from '../../client/ui/frames/Room.tsx'
import { Ring } from '../../client/ui/ring/Ring.tsx'
import { Big } from '../../client/ui/shown/Big.tsx'
import { Line } from '../../client/ui/shown/Line.tsx'
import { Qr } from '../../client/ui/shown/Qr.tsx'
import { Sheet } from '../../client/ui/shown/Sheet.tsx'
import { Sign } from '../../client/ui/shown/Sign.tsx'
import { Steps } from '../../client/ui/shown/Steps.tsx'
import { people, seatsOf, under } from './people.tsx'
import type { View } from './phone.tsx'

const nothing = () => {}
const proposal = 'Guest room costs 12 € a night from 1 May 2026. Term 12 months.'

const frame = {
  left: (
    <>
      <b>General Circle</b>
      <br />
      <span className="quiet small">Tuesday 14 April</span>
    </>
  ),
  half: '3 of 5',
  agenda: (
    <Line
      across
      label="Agenda"
      items={[
        { id: 'a', state: 'gone', content: 'Check-in' },
        { id: 'b', state: 'gone', content: 'Admin' },
        {
          id: 'c',
          state: 'here',
          content: (
            <>
              Guest room price
              <br />
              <span className="quiet" style={{ fontWeight: 400 }}>
                7 of 35 min
              </span>
            </>
          ),
        },
        { id: 'd', content: 'Secretary' },
        { id: 'e', content: 'Closing' },
      ]}
    />
  ),
  right: (
    <>
      <span>
        <b>19:52</b>
        <br />
        <span className="quiet small">ends 21:00</span>
      </span>
      <Button>More</Button>
    </>
  ),
}

const said = (
  <>
    Lior has spoken. <Button kind="text">Undo</Button>
  </>
)

const sheet = (
  <Sheet label="Proposal" left="Proposal" right="Version 1">
    {proposal}
  </Sheet>
)

export function Reactions({ count, names }: View) {
  const all = people(count, names)
  const now = count > 12 ? count - 8 : count - 1
  const me = all[0] ?? ''
  const line = all.map((name, index) => ({
    id: name,
    content: name,
    state:
      index < 9 ? ('gone' as const) : index === 9 ? ('now' as const) : index === 10 ? ('next' as const) : undefined,
  }))
  return (
    <Laptop
      {...frame}
      side={
        <>
          <Steps label="Steps" items={['Present', 'Questions', 'Reactions', 'Consent']} current={2} />
          <Say label="Say this">“A few sentences each: how does this land with you?”</Say>
          {count > 12 ? <Line label="Order" items={line} columns={2} stop={36} /> : sheet}
          <div className="push stack">
            <p className="quiet small">Record for {all[now]}</p>
            <p style={{ display: 'flex', gap: 12 }}>
              <Button>Pass</Button>
              <Button>Come back later</Button>
            </p>
          </div>
        </>
      }
      deck={
        <Deck
          said={said}
          last={
            <Button kind="do" hotkey="N">
              Next: Greta
            </Button>
          }
        >
          <Button hotkey="B">Back</Button>
          <Button>Everyone was heard</Button>
        </Deck>
      }
    >
      <Ring
        surface="laptop"
        label="Seats"
        seats={seatsOf(
          all,
          me,
          under({ from: 1, now, count, counter: true }, () => 'done'),
          true,
        )}
        direction="counter"
        travelled={{ from: 1, to: now }}
      >
        <Big>{all[now] ?? ''}</Big>
        <p className="lead">is speaking</p>
        <p className="lead">
          Next <b>{all[now - 1]}</b>
        </p>
        <p className="lead quiet">then {all[now - 2]}</p>
      </Ring>
    </Laptop>
  )
}

export function Consent({ count, names }: View) {
  const all = people(count, names)
  const now = Math.min(7, count - 1)
  const first = Math.min(2, count - 1)
  const state = under({ from: first, now, count }, (index) =>
    index === 6 ? 'objection' : index === 3 ? 'not-ready' : 'consent',
  )
  return (
    <Laptop
      {...frame}
      side={
        <>
          <Steps label="Steps" items={['Present', 'Questions', 'Reactions', 'Consent']} current={3} />
          <Say label="Say this">“Thank you, Chidi. Let’s hear everyone, then come back to you. Greta?”</Say>
          {sheet}
          <section>
            <p className="quiet small">To come back to</p>
            <p>
              <Sign name="objection" size="28px" /> <b>Chidi</b>{' '}
              <span className="words">shuts out families with little money</span>
            </p>
          </section>
        </>
      }
      deck={
        <Deck said={said}>
          <Button hotkey="B">Back</Button>
          <Two>
            <Answer kind="consent" size="desk" hotkey="1" onPress={nothing}>
              Greta: no objection
            </Answer>
            <Answer kind="objection" size="desk" hotkey="2" onPress={nothing}>
              Greta: objection
            </Answer>
          </Two>
        </Deck>
      }
    >
      <Ring
        surface="laptop"
        label="Seats"
        seats={seatsOf(all, all[0] ?? '', state, true)}
        travelled={{ from: first, to: now }}
      >
        <Big>{all[now] ?? ''}</Big>
        <p className="lead">is answering</p>
        <p className="lead">
          Next <b>Ines</b>
        </p>
        <p className="quiet">4 to go</p>
      </Ring>
    </Laptop>
  )
}

export function RoomTalk({ count, names }: View) {
  const all = people(count, names)
  const now = count > 12 ? count - 8 : count - 1
  const many = count > 12
  return (
    <Room corner={many ? null : 'Guest room price'}>
      <Ring
        surface="room"
        label="Seats"
        seats={seatsOf(
          all,
          null,
          under({ from: 1, now, count, counter: true }, () => 'done'),
        )}
        direction="counter"
        travelled={{ from: 1, to: now }}
      >
        {many ? <p className="quiet">Guest room price</p> : null}
        <Big>{all[now] ?? ''}</Big>
        <p className="title">
          <span className="quiet">Next</span> <b>{all[now - 1]}</b>
        </p>
        <p className="lead quiet">How does this land with you?</p>
      </Ring>
    </Room>
  )
}

export function RoomConsent({ count, names }: View) {
  const all = people(count, names)
  const now = Math.min(7, count - 1)
  const first = Math.min(2, count - 1)
  const state = under({ from: first, now, count }, (index) => (index === 6 ? 'objection' : 'consent'))
  return (
    <Room corner="Guest room price">
      <Ring surface="room" label="Seats" seats={seatsOf(all, null, state)} travelled={{ from: first, to: now }}>
        <p className="quiet">Version 1</p>
        <p className="words" style={{ fontSize: '1.5rem', lineHeight: 1.25 }}>
          {proposal}
        </p>
        <h1 style={{ fontSize: 'var(--lead)', marginBlockStart: '.7rem' }}>{all[now]}, any objection?</h1>
        <p className="quiet">Next Ines</p>
      </Ring>
    </Room>
  )
}

const squares = Array.from({ length: 25 }, (_, y) =>
  Array.from({ length: 25 }, (_, x) => (x * 7 + y * 5 + x * y) % 3 === 0),
)

export function RoomArrival({ count, names }: View) {
  const all = people(count, names)
  const seats = seatsOf(all, null, (index) => (index % 4 === 0 && index > 0 ? 'empty' : 'here'))
  return (
    <Room corner="General Circle">
      <Ring
        surface="room"
        label="Seats"
        seats={seats.map((seat) => (seat.state === 'empty' ? { ...seat, label: '' } : seat))}
      >
        <div style={{ display: 'flex', gap: '6vh', alignItems: 'center', textAlign: 'start' }}>
          <Qr matrix={squares} label="Code to join" size="38vh" />
          <div>
            <Big size="title">Scan. Tap your name.</Big>
            <p>
              Code <b>482 913</b>
            </p>
            <p className="quiet">No phone? Tell Lior.</p>
          </div>
        </div>
      </Ring>
    </Room>
  )
}

export function Menu() {
  return (
    <Laptop {...frame}>
      <Dialog open title="More" closeLabel="Close" onClose={nothing}>
        <div className="stack">
          <Check label="Announce every speaker" checked onChange={nothing} help="Said by your screen reader" />
          <Choice
            legend="How it looks"
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark', help: 'For the evening' },
              { value: 'contrast', label: 'Strong contrast' },
            ]}
            value="dark"
            onChange={nothing}
          />
          <Field label="Code" value="482" onChange={nothing} hint="Six figures" error="Six figures are needed." />
          <Button>End early</Button>
        </div>
      </Dialog>
    </Laptop>
  )
}
