import type { Item, Run } from '../../../shared/meeting/types.ts'
import type { Round } from '../../../shared/processes/round/types.ts'
import { useText } from '../../live/words/text.ts'
import { Talk } from '../../meeting/parts/turns/TalkingRound.room.tsx'

/** A round outside a decision: who speaks, who is next, about what. */
export function RoundRoom({ item, run }: { item: Item; run: Run }) {
  const text = useText()
  const { turns, prompt, round } = run.state as Round
  return turns ? <Talk title={item.title} round={turns} prompt={prompt || text(`room.ask.${round}`)} /> : null
}
