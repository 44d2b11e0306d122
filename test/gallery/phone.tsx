import { Answer } from '../../client/ui/controls/Answer.tsx'
import { Button } from '../../client/ui/controls/Button.tsx'
import { Choice } from '../../client/ui/controls/Choice.tsx'
import { Field } from '../../client/ui/controls/Field.tsx'
import { Band } from '../../client/ui/frames/Band.tsx'
import { Bar } from '../../client/ui/frames/Bar.tsx'
import { Phone } from '../../client/ui/frames/Phone.tsx'
import { Ring } from '../../client/ui/ring/Ring.tsx'
import { Big } from '../../client/ui/shown/Big.tsx'
import { Difference } from '../../client/ui/shown/Difference.tsx'
import { Facts } from '../../client/ui/shown/Facts.tsx'
import { Line } from '../../client/ui/shown/Line.tsx'
import { Sheet } from '../../client/ui/shown/Sheet.tsx'
import { Sign } from '../../client/ui/shown/Sign.tsx'
import { people, seatsOf, under } from './people.tsx'

const nothing = () => {}
const menu = (
  <Button kind="menu" aria-label="Chidi: menu">
    Chidi
  </Button>
)
const foot = [
  { id: 'meeting', label: 'Meeting', current: true, href: '#' },
  { id: 'minutes', label: 'Minutes', href: '#' },
  { id: 'tell', label: 'Tell Lior', href: '#' },
]
const proposal = 'Guest room costs 12 € a night from 1 May 2026. Term 12 months.'
const version2 = [
  { text: 'Guests choose 0, 6 or', kind: 'added' },
  { text: ' 12 € a night', kind: 'same' },
  { text: ', paid into the box. Noor keeps the calendar.', kind: 'added' },
  { text: ' From 1 May 2026, term 12 months.', kind: 'same' },
] as const
const version1 = [
  { text: 'Guest room costs', kind: 'removed' },
  { text: ' 12 € a night from 1 May 2026. Term 12 months.', kind: 'same' },
] as const
const marking = { added: 'put in', removed: 'taken out', end: 'end' }

export type View = { count: number; names: 'usual' | 'long' }

export function Someone({ count, names }: View) {
  const all = people(count, names)
  const me = all[Math.min(6, count - 1)] ?? ''
  const now = Math.min(count - 1, 8)
  return (
    <Phone over="Guest room price" title="Reactions" menu={menu} foot={foot} footLabel="Meeting">
      <Ring
        surface="phone"
        label="Seats"
        seats={seatsOf(
          all,
          me,
          under({ from: 1, now, count, counter: true }, () => 'done'),
        )}
        direction="counter"
        travelled={{ from: 1, to: now }}
      >
        <Big size="title">{all[now] ?? ''}</Big>
        <p>is speaking</p>
      </Ring>
      <Line
        label="Next"
        items={[
          {
            id: 'a',
            state: 'next',
            content: (
              <span className="lead">
                Next <b>Greta</b>
              </span>
            ),
          },
          {
            id: 'b',
            me: true,
            content: (
              <span className="lead">
                Then <b>you</b>
              </span>
            ),
          },
        ]}
      />
      <Sheet label="Proposal" left="Proposal" right="Version 1">
        {proposal}
      </Sheet>
      <p className="quiet" style={{ marginBlock: 'auto' }}>
        Lior will call you, and it buzzes.
      </p>
    </Phone>
  )
}

export function MyTurn() {
  return (
    <Phone
      tall
      band={
        <Band
          tall
          over={
            <>
              <p className="small">Guest room price</p>
              <b>Reactions</b>
            </>
          }
          menu={menu}
          title="Your turn"
        >
          <p className="title">How does this land with you?</p>
          <p>A few sentences.</p>
          <p className="push">
            Next after you: <b>Pia</b>
          </p>
        </Band>
      }
      act={
        <>
          <Button kind="do">I’m done</Button>
          <div className="pair">
            <Button>Pass</Button>
            <Button>Come back to me</Button>
          </div>
        </>
      }
    />
  )
}

export function MyAnswer() {
  return (
    <Phone
      band={<Band over="Guest room price" menu={menu} title="Your turn" />}
      act={
        <>
          <Answer kind="consent" pressed={false} onPress={nothing}>
            No objection
          </Answer>
          <Answer kind="objection" pressed={false} onPress={nothing}>
            I have an objection
          </Answer>
          <Answer kind="not-ready" size="small" onPress={nothing}>
            Not ready: I need …
          </Answer>
        </>
      }
    >
      <Sheet label="Proposal" left="Proposal" right="Version 1">
        {proposal}
      </Sheet>
      <div>
        <h2 className="title">Any objection?</h2>
        <p>Say it aloud, then tap.</p>
      </div>
    </Phone>
  )
}

export function Offline({ count, names }: View) {
  const all = people(count, names)
  const me = all[6] ?? all[0] ?? ''
  const state = under({ from: 2, now: 7, count }, (index) => (index === 6 ? 'objection' : 'consent'))
  return (
    <Phone
      over="Guest room price"
      title="Consent, version 1"
      menu={menu}
      foot={foot}
      footLabel="Meeting"
      bar={
        <Bar>
          <b>You are offline.</b> You can still read.
        </Bar>
      }
    >
      <Ring surface="phone" label="Seats" seats={seatsOf(all, me, state)} travelled={{ from: 2, to: 7 }} old>
        <Big size="title">Greta</Big>
        <p>was answering</p>
        <p className="quiet small">at 20:04</p>
      </Ring>
      <Sheet
        label="Your answer"
        left={<b>I have an objection</b>}
        long
        foot={
          <p className="small">
            <Sign name="unsent" /> <b>Not sent yet.</b> It goes when you are back online.
          </p>
        }
      >
        Shuts out families with little money
      </Sheet>
      <p style={{ marginBlock: 'auto' }}>Or say it aloud. Lior can record it.</p>
    </Phone>
  )
}

export function Chosen() {
  return (
    <Phone over="Guest room price" title="Two objections" menu={menu}>
      <Sheet left="Was" right="Version 1" old long>
        <Difference parts={version1} show="old" words={marking} />
      </Sheet>
      <Sheet left={<b>Would be</b>} right="Version 2" long>
        <Difference parts={version2} show="new" words={marking} />
      </Sheet>
      <Answer kind="consent" pressed onPress={nothing}>
        No objection
      </Answer>
      <Answer kind="objection" pressed help="Mireille comes to it when all have spoken." onPress={nothing}>
        I have an objection
      </Answer>
      <Facts
        items={[
          { id: 'from', term: 'From', detail: '1 May 2026' },
          { id: 'review', term: 'Review by', detail: '30 April 2027' },
          { id: 'by', term: 'Looked after by', detail: 'Noor' },
        ]}
      />
    </Phone>
  )
}

export function Slip({ names }: View) {
  const all = people(8, names)
  return (
    <Phone
      over="Secretary, 12 months"
      title="Your slip"
      menu={menu}
      act={
        <>
          <p className="quiet small">Only you see this until your turn. Then it stands with your name.</p>
          <Button kind="do">Hand in: Pia</Button>
        </>
      }
    >
      <Choice
        legend="Who would do this well?"
        look="chips"
        options={[...all.map((name) => ({ value: name, label: name })), { value: 'me', label: 'Myself', wide: true }]}
        value={all[5] ?? null}
        onChange={nothing}
      />
      <Field label="Because …" optional="if you like" value="writes short and clear" onChange={nothing} words />
      <Field label="What could go wrong?" value="" placeholder="A few words" onChange={nothing} lines={2} />
    </Phone>
  )
}

export function Decided() {
  const all = people(9)
  return (
    <Phone over="Guest room price" title="Version 2" menu={menu} foot={foot} footLabel="Meeting">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 20, alignItems: 'center' }}>
        <Ring surface="phone" small label="Seats" seats={seatsOf(all, null, () => 'consent')} travelled="all" />
        <Big as="h2">It’s decided</Big>
      </div>
      <Sheet>
        Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in
        October 2026. From 1 May 2026, term 12 months.
      </Sheet>
    </Phone>
  )
}
