import { createContext, useContext } from 'react'
import type { Item, Run } from '../../../shared/meeting/types.ts'
import type { Answer } from '../../../shared/parts/answers.ts'
import { roundOf } from '../../../shared/parts/round.ts'
import type { Consent } from '../../../shared/processes/consent/types.ts'
import type { Done, No } from '../../../shared/protocol.ts'
import { usePending, useSend } from '../../live/hooks.ts'
import type { Aim } from '../../meeting/aim.ts'
import { isMyAnswer } from './pending.ts'
import type { Looker } from './view.phone.ts'

/** The decision being looked at, and what it is to me. */
export interface Looking extends Looker {
  readonly item: Item
  readonly run: Run
  readonly state: Consent
}

export const ConsentContext = createContext<Looking | null>(null)

export function useConsent(): Looking {
  const looking = useContext(ConsentContext)
  if (!looking) throw new Error('this screen shows a decision')
  return looking
}

/** Where commands of this decision are aimed. */
export function useAim(): Aim {
  const { run, state } = useConsent()
  return { process: run.id, ask: state.ask }
}

/** Sends my answer; it names my turn when it is the first, and the answer it replaces when it is not. */
export function useAnswer(): (answer: Answer) => Promise<Done | No> {
  const { me, mine, state } = useConsent()
  const aim = useAim()
  const send = useSend()
  const round = roundOf(state.step)
  const replaces = mine.is === 'given' ? mine.seq : null
  const turn = replaces === null && round && round.speaking?.person === me ? round.turn : null
  return (answer) => send({ type: 'consent.answer', ...aim, turn, replaces, answer, for: null })
}

/** Is an answer of mine still on its way? Until it has arrived it has no number that another could replace. */
export function useAnswering(): boolean {
  const { run } = useConsent()
  return usePending().some(isMyAnswer(run.id))
}

/** My objection that is still to be dealt with. */
export function ownObjection({ state, me }: Looking) {
  return state.objections.findLast((o) => o.by === me) ?? null
}
