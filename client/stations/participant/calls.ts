import type { Item, Now, Run } from '../../../shared/meeting/types.ts'
import type { Turns } from '../../../shared/parts/turns.ts'
import type { PersonId } from '../../../shared/types.ts'
import { chairOf, myAnswer, partOf, placeIn, shownItem } from '../../processes/mine.ts'

/** Something that a person who is not looking must hear. Each is said once. */
export interface Call {
  readonly key: string
  readonly id: string
  readonly fill: Readonly<
    Record<string, { readonly person: PersonId } | { readonly words: string } | { readonly say: string }>
  >
  /** It is my turn: said at once. */
  readonly turn: boolean
}

function roundOf(run: Run): Turns | null {
  const { state } = run
  if (state.kind === 'round') return state.turns
  return 'round' in state.step ? state.step.round : null
}

function stageOf({ state }: Run): string {
  return state.kind === 'round' ? state.round : state.step.stage
}

/** Everyone answers at once, or I am asked again, and mine is missing. */
function isAsked(run: Run, me: PersonId): boolean {
  const { state } = run
  if (state.kind !== 'consent' || state.step.stage !== 'consent' || state.step.round) return false
  const { answers } = state
  const asked = answers?.recheck ?? answers?.required ?? []
  return asked.includes(me) && myAnswer(state, run, me).is === 'open'
}

function inRound(run: Run, item: Item, me: PersonId): Call | null {
  const round = roundOf(run)
  const about = { title: { words: item.title } }
  if (isAsked(run, me)) return { key: `asked ${run.id} ${run.state.ask}`, id: 'my.tell.asked', fill: about, turn: true }
  if (round?.stage !== 'running') return null
  const place = placeIn(round, me)
  const at = `${run.id} ${round.turn}`
  if (place.is === 'speaking') {
    const step = { say: `my.round.${round.kind}` }
    return { key: `turn ${at}`, id: 'my.tell.turn', fill: { ...about, step }, turn: true }
  }
  if (place.is !== 'next' || !round.speaking) return null
  return { key: `next ${at}`, id: 'my.tell.next', fill: { who: { person: round.speaking.person } }, turn: false }
}

/** What there is to be heard at this moment, the most pressing first. */
export function callsOf(now: Now, me: PersonId | null): readonly Call[] {
  const calls: Call[] = []
  const item = shownItem(now)
  const run = item?.running ? item.runs.at(-1) : undefined
  const chair = chairOf(now)
  if (item && run && me !== null && ['here', 'guest'].includes(partOf(now, me))) {
    const call = inRound(run, item, me)
    if (call) calls.push(call)
  }
  if (now.aside && chair !== null) {
    const fill = { who: { person: chair }, words: { words: now.aside.text } }
    calls.push({ key: `aside ${now.aside.seq}`, id: 'my.tell.aside', fill, turn: false })
  }
  const last = item?.runs.at(-1)
  if (item && last) {
    const step = { say: `my.step.${stageOf(last)}` }
    const key = `step ${last.id} ${stageOf(last)} ${last.state.frozen}`
    calls.push({ key, id: 'my.tell.step', fill: { title: { words: item.title }, step }, turn: false })
  }
  return calls
}
