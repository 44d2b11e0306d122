import type { Turns } from '../../../../shared/parts/turns.ts'
import type { PersonId } from '../../../../shared/types.ts'
import { useMe, useMeeting, useName } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Line, type LineItem } from '../../../ui/shown/Line.tsx'

/** More seats than this carry letters only; their names stand in the line beside the ring. */
const MANY = 12

function stateOf(turns: Turns, person: PersonId): LineItem['state'] {
  if (turns.speaking?.person === person) return 'now'
  if (turns.queue[0]?.person === person) return 'next'
  return person in turns.ended && !turns.queue.some((w) => w.person === person) ? 'gone' : 'ahead'
}

/** The ring cut open, where there are too many names for it. */
export function Order({ turns }: { turns: Turns }) {
  const { seats } = useMeeting()
  const me = useMe()
  const name = useName()
  const text = useText()
  if (seats.length <= MANY) return null
  const behind = turns.queue.map((w) => w.person)
  const now = turns.speaking ? [turns.speaking.person] : []
  const over = turns.order.filter((p) => !behind.includes(p) && !now.includes(p))
  const items = [...over, ...now, ...behind].map((person) => ({
    id: person,
    state: stateOf(turns, person),
    me: person === me,
    content: <bdi>{name(person).name}</bdi>,
  }))
  return <Line label={text('desk.order')} items={items} columns={2} stop={36} />
}

/** Do the names need the line beside the ring? */
export function isMany(seats: readonly unknown[]): boolean {
  return seats.length > MANY
}
