import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { World } from '../../../laws/world.ts'

const begin = { start: null, direction: null }

function asked(world: World, mode: 'spoken' | 'simultaneous'): void {
  world.acts('ana', { type: 'meeting.open', item: 'i1' })
  world.acts('ana', { type: 'consent.anything' })
  world.acts('ana', { type: 'consent.ask', mode, ...begin })
}

function speaker(world: World): string | null {
  const { step } = world.now.items[0]!.runs[0]!.state as Consent
  return step.stage === 'consent' ? (step.round?.speaking?.person ?? null) : null
}

/** Consent is asked for, one by one or all at once; or two have objected. */
export const begins = {
  spoken: (world: World) => asked(world, 'spoken'),
  sealed: (world: World) => asked(world, 'simultaneous'),
  objected(world: World) {
    asked(world, 'spoken')
    for (let turn = 0; turn < 6; turn += 1) {
      const person = speaker(world)
      if (!person) break
      const answer = turn < 2 ? ({ is: 'objection', words: 'Shuts people out' } as const) : ({ is: 'none' } as const)
      world.acts(person, { type: 'consent.answer', replaces: null, answer, for: null })
    }
  },
}
