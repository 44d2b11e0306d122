import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { World } from '../../../laws/world.ts'

const begin = { start: null, direction: null }

function asked(world: World, mode: 'spoken' | 'simultaneous'): void {
  world.acts('ana', { type: 'meeting.open', item: 'i1' })
  world.acts('ana', { type: 'consent.anything' })
  world.acts('ana', { type: 'consent.ask', mode, ...begin })
}

/** Everyone answers in their turn; the first and the last with an objection, or nobody. */
function answered(world: World, objecting: boolean): void {
  for (let turn = 0; turn < 6; turn += 1) {
    const { step } = world.now.items[0]!.runs[0]!.state as Consent
    const round = step.stage === 'consent' ? step.round : null
    if (!round?.speaking) return
    const objects = objecting && (turn === 0 || round.queue.length === 0)
    const answer = objects ? ({ is: 'objection', words: 'Shuts people out' } as const) : ({ is: 'none' } as const)
    world.acts(round.speaking.person, { type: 'consent.answer', replaces: null, answer, for: null })
  }
}

/** Consent is asked for, one by one or all at once; two have objected; or nobody has, and somebody may still come. */
export const begins = {
  spoken: (world: World) => asked(world, 'spoken'),
  sealed: (world: World) => asked(world, 'simultaneous'),
  objected(world: World) {
    asked(world, 'spoken')
    answered(world, true)
    // Back to the last of them, who says it again.
    world.acts('ana', { type: 'turn.back' })
    answered(world, true)
  },
  late(world: World) {
    world.acts('ana', { type: 'seat.mark', person: 'cleo', attendance: 'left', confirmed: false })
    asked(world, 'spoken')
    answered(world, false)
  },
}
