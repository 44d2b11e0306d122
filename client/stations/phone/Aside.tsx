import type { Aside } from '../../../shared/meeting/types.ts'
import { useMe, useMeeting, usePending, useSend } from '../../live/hooks.ts'
import { usePhrase, useSaying, useText } from '../../live/words/text.ts'
import { partOf } from '../../meeting/mine.ts'
import { Frame } from '../../meeting/phone/Frame.tsx'
import { useCalled, useChair } from '../../meeting/phone/people.ts'
import { Saved } from '../../meeting/phone/Saved.tsx'
import { Answer } from '../../ui/controls/Answer.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { useRest } from '../../ui/controls/rest.ts'
import { Bar } from '../../ui/frames/Bar.tsx'
import styles from './Aside.module.css'
import { Large, Middle } from './Large.tsx'

/** Asked of everyone over whatever else runs: agree by doing nothing, object in one tap. */
export function AsideScreen() {
  const text = useText()
  const who = useChair()
  const phrase = usePhrase()
  const { aside } = useMeeting()
  if (!aside) return null
  return (
    <Frame title={text('my.asks_all', { who })} act={<Say aside={aside} />}>
      <Middle>
        <Asked words={phrase(aside.text)} />
        <Stopped aside={aside} />
      </Middle>
    </Frame>
  )
}

/** The first sentence large, what follows smaller. */
function Asked({ words }: { words: string }) {
  const end = /[.!?]\s|\n/.exec(words)
  const first = end ? words.slice(0, end.index + 1).trim() : words
  const rest = end ? words.slice(end.index + 1).trim() : ''
  return (
    <div className="stack" dir="auto">
      <Large long={first.length > 60}>{rest === '' ? first : first.replace(/\.$/, '')}</Large>
      {rest === '' ? null : <p className="lead">{rest}</p>}
    </div>
  )
}

function of(command: { type: string }): boolean {
  return command.type === 'aside.object' || command.type === 'aside.answer'
}

/** It can no longer be agreed to: somebody objects, or wants everyone asked. */
function Stopped({ aside }: { aside: Aside }) {
  const saying = useSaying()
  const people = aside.objections.map((o) => o.person)
  if (people.length > 0) {
    return (
      <p className="lead">{saying({ id: 'my.aside_objected', with: { who: { people }, count: people.length } })}</p>
    )
  }
  if (aside.full.length === 0) return null
  return <p className="lead">{saying({ id: 'my.aside_full', with: { who: { people: aside.full } } })}</p>
}

function Say({ aside }: { aside: Aside }) {
  const text = useText()
  const send = useSend()
  const now = useMeeting()
  const me = useMe()
  const called = useCalled()
  const resting = useRest(aside.seq)
  const pending = usePending().some(of)
  const said =
    me !== null && (aside.objections.some((o) => o.person === me) ? 'objected' : me in aside.fine ? 'fine' : null)
  if (partOf(now, me) !== 'here') return null
  if (said || pending) {
    const by = (me !== null && aside.fine[me]?.recordedBy) || null
    return (
      <div className="stack">
        {said === 'objected' ? <p className="lead strong">{text('my.noted_line')}</p> : null}
        <Saved
          of={of}
          words={by ? text('my.recorded', { who: called(by) }) : text(`my.aside_${said || 'objected'}_saved`)}
        />
        {said === 'fine' ? <ObjectTo aside={aside.seq} resting={resting} /> : null}
      </div>
    )
  }
  return (
    <>
      {aside.form === 'signal' ? (
        <Answer
          kind="consent"
          resting={resting}
          onPress={() => send({ type: 'aside.answer', aside: aside.seq, for: null })}
        >
          {text('my.fine')}
        </Answer>
      ) : (
        <p className="quiet">{text('my.nothing_to_tap')}</p>
      )}
      <ObjectTo aside={aside.seq} resting={resting} />
      <Button kind="text" className="wide" onPress={() => send({ type: 'aside.full', aside: aside.seq })}>
        {text('my.ask_each')}
      </Button>
    </>
  )
}

function ObjectTo({ aside, resting }: { aside: number; resting: boolean }) {
  const text = useText()
  const send = useSend()
  return (
    <Answer kind="objection" resting={resting} onPress={() => send({ type: 'aside.object', aside, for: null })}>
      {text('my.do_object')}
    </Answer>
  )
}

/** The same in a line above, for whoever is writing just now. */
export function AsideBar() {
  const text = useText()
  const send = useSend()
  const who = useChair()
  const phrase = usePhrase()
  const now = useMeeting()
  const me = useMe()
  const { aside } = now
  if (!aside) return null
  const objected = aside.objections.some((o) => o.person === me)
  return (
    <Bar>
      <div className={styles.bar}>
        <p>
          <b>{text('my.asks_all', { who })}:</b> <span dir="auto">{phrase(aside.text)}</span>
        </p>
        {objected ? <p>{text('my.noted_line')}</p> : null}
        {partOf(now, me) === 'here' && !objected ? (
          <Button onPress={() => send({ type: 'aside.object', aside: aside.seq, for: null })}>
            {text('my.do_object')}
          </Button>
        ) : null}
      </div>
    </Bar>
  )
}
