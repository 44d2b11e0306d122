import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import { ParticipantStation } from '../../../client/stations/phone/PhoneStation.tsx'
import type { Now } from '../../../shared/meeting/types.ts'
import { roundOf } from '../../../shared/parts/round.ts'
import { renderAt, type Scene } from '../render.tsx'
import { id } from './folded.ts'
import { stages } from './stages.ts'

/** The sixth, Chidi, is the one who looks. */
export const room = ['Lior', 'Mireille', 'Noor', 'Oskar', 'Pia', 'Chidi', 'Greta']
export const names = Object.fromEntries(room.map((name) => [id(name), name]))

/** The meeting at one of its moments. */
export function at(stage: string): Now {
  const make = stages[stage]
  if (!make) throw new Error(`no stage ${stage}`)
  return make(room)
}

/** What Chidi's phone shows at a moment, or somebody else's. */
export function phone(stage: string | Now, change: Partial<Scene> = {}) {
  const now = typeof stage === 'string' ? at(stage) : stage
  return renderAt({ now, me: 'chidi', names, ...change }, <ParticipantStation />)
}

/** The state of the decision in a meeting. */
export function decision(now: Now) {
  const run = now.items[0]?.runs[0]
  if (run?.state.kind !== 'consent') throw new Error('nothing is being decided')
  return run.state
}

export function roundIn(now: Now) {
  const { step } = decision(now)
  const round = roundOf(step)
  if (!round) throw new Error('no round goes round')
  return round
}

/** Presses a button, once it has rested after what was pressed before it. */
export async function tap(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name })
  await vi.waitFor(() => {
    if (button.getAttribute('aria-disabled') === 'true') throw new Error(`${name} rests`)
  })
  await userEvent.click(button)
}
