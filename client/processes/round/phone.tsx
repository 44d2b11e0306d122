import type { Item, Run } from '../../../shared/meeting/types.ts'
import type { Round } from '../../../shared/processes/round/types.ts'
import { useText } from '../../live/words/text.ts'
import { TalkingRound } from '../../meeting/parts/turns/TalkingRound.phone.tsx'
import { Frame } from '../../meeting/phone/Frame.tsx'

/** A round outside a decision on a member's phone. */
export function RoundPhone({ run }: { item: Item; run: Run }) {
  const text = useText()
  const { turns, prompt, ask, round } = run.state as Round
  if (!turns) return <Frame title={text(`my.round.${round}`)} />
  const matter = prompt === '' ? null : <p className="lead">{prompt}</p>
  return <TalkingRound talk={{ aim: { process: run.id, ask }, round: turns, prompt, matter }} />
}
