import { facilitatorOf } from '../../../shared/meeting/around.ts'
import { shownItem } from '../../../shared/meeting/shown.ts'
import type { Item, Now, Run } from '../../../shared/meeting/types.ts'
import { filling } from '../../../shared/parts/phrase.ts'
import type { PersonId, Saying } from '../../../shared/types.ts'
import { atOf, isAsked } from '../../meeting/at.ts'
import { partOf } from '../../meeting/mine.ts'
import { placeIn } from '../../meeting/parts/turns/place.ts'

/** Something that a person who is not looking must hear. Each is said once. */
export interface Call {
  readonly key: string
  readonly id: string
  readonly fill: Saying['with']
  /** It is my turn: said at once. */
  readonly turn: boolean
}

function inRound(run: Run, item: Item, me: PersonId): Call | null {
  const at = atOf(run)
  const round = at?.round
  const about = { title: { words: item.title } }
  if (at && isAsked(at, me))
    return { key: `asked ${run.id} ${run.state.ask}`, id: 'my.tell.asked', fill: about, turn: true }
  if (round?.stage !== 'running') return null
  const place = placeIn(round, me)
  const turn = `${run.id} ${round.turn}`
  if (place.is === 'speaking') {
    const step = { say: `my.round.${round.kind}` }
    return { key: `turn ${turn}`, id: 'my.tell.turn', fill: { ...about, step }, turn: true }
  }
  if (place.is !== 'next' || !round.speaking) return null
  return { key: `next ${turn}`, id: 'my.tell.next', fill: { who: { person: round.speaking.person } }, turn: false }
}

/** What there is to be heard at this moment, the most pressing first. */
export function callsOf(now: Now, me: PersonId | null): readonly Call[] {
  const calls: Call[] = []
  const item = shownItem(now)
  const run = item?.running ? item.runs.at(-1) : undefined
  const chair = facilitatorOf(now)
  if (item && run && me !== null && ['here', 'guest'].includes(partOf(now, me))) {
    const call = inRound(run, item, me)
    if (call) calls.push(call)
  }
  if (now.aside && chair !== null) {
    const fill = { who: { person: chair }, words: filling(now.aside.text) }
    calls.push({ key: `aside ${now.aside.seq}`, id: 'my.tell.aside', fill, turn: false })
  }
  const last = item?.runs.at(-1)
  const at = last ? atOf(last) : null
  if (item && last && at) {
    const step = { say: `my.step.${at.step}` }
    const key = `step ${last.id} ${at.step} ${last.state.frozen}`
    calls.push({ key, id: 'my.tell.step', fill: { title: { words: item.title }, step }, turn: false })
  }
  return calls
}
