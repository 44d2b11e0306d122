import type { Item, Now } from '../../../shared/meeting/types.ts'
import { useText } from '../../live/words/text.ts'
import { useNamed } from '../../meeting/names.ts'
import { Around } from '../../meeting/room/Around.tsx'
import { Detail, Prompt, Title, Words } from '../../meeting/room/Letters.tsx'

function coming(now: Now, but: Item | null): Item | null {
  return now.items.find((item) => item !== but && (item.stage === 'paused' || item.stage === 'planned')) ?? null
}

/** Nothing is open: what comes next. */
export function Between({ now }: { now: Now }) {
  const text = useText()
  const next = coming(now, null)
  return (
    <Around title={now.name}>
      {next ? <p className="quiet">{text('room.next')}</p> : null}
      <Title dir="auto">{next?.title ?? now.name}</Title>
    </Around>
  )
}

/** An item put aside with everything kept. */
export function Paused({ now, item }: { now: Now; item: Item }) {
  const text = useText()
  const next = coming(now, item)
  return (
    <Around title={now.name}>
      <p className="quiet">{text('room.paused')}</p>
      <Title dir="auto">{item.title}</Title>
      {next ? (
        <Prompt>
          {text('room.next')} <bdi>{next.title}</bdi>
        </Prompt>
      ) : null}
    </Around>
  )
}

/** Talking without a round: what about. */
export function Open({ item }: { item: Item }) {
  const text = useText()
  return (
    <Around title="">
      <p className="quiet">{text('room.talk')}</p>
      <Title dir="auto">{item.title}</Title>
    </Around>
  )
}

/** An item that was talked about and closed with its next step. */
export function Explored({ now, item }: { now: Now; item: Item }) {
  const text = useText()
  const named = useNamed()
  const next = item.outcome?.next
  const then = coming(now, item)
  return (
    <Around title={item.title}>
      <Title>{text(`room.${item.outcome?.kind ?? 'explored'}`)}</Title>
      {next?.words ? <Words>{next.words}</Words> : null}
      {next?.who ? <Detail>{text('room.prepares', { who: named(next.who) })}</Detail> : null}
      {then ? (
        <Prompt>
          {text('room.next')} <bdi>{then.title}</bdi>
        </Prompt>
      ) : null}
    </Around>
  )
}

/** The meeting is over: what it decided. */
export function Over({ now }: { now: Now }) {
  const text = useText()
  const decided = now.items.filter((item) => item.outcome?.kind === 'decided')
  return (
    <Around title={now.name}>
      <Title>{text('room.ended')}</Title>
      {decided.length > 0 ? (
        <>
          <p className="quiet">{text('room.decided_here')}</p>
          <Words as="ul">
            {decided.map((item) => (
              <li key={item.id} dir="auto">
                {item.title}
              </li>
            ))}
          </Words>
        </>
      ) : null}
      <Prompt>{text('room.minutes')}</Prompt>
    </Around>
  )
}
