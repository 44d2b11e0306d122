import { useText } from '../../../live/words/text.ts'
import { Line } from '../../../ui/shown/Line.tsx'

const moves = ['hear', 'ideas', 'wording'] as const
type Move = (typeof moves)[number]

/** The three moves from an objection to a new wording, as a line. */
export function Moves({ move }: { move: Move }) {
  const text = useText()
  const at = moves.indexOf(move)
  const items = moves.map((id, index) => ({
    id,
    state: index < at ? ('gone' as const) : index === at ? ('here' as const) : ('ahead' as const),
    content: text(`move.${id}`),
  }))
  return <Line across label={text('desk.moves')} items={items} />
}
