import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'
import type { PersonId } from '../../shared/types.ts'
import { filled } from '../support/filled.ts'
import { plausible } from '../support/plausible/next.ts'
import { sceneOf } from '../support/plausible/scene.ts'
import type { Random } from './dice.ts'

const careless = 8
const mostTries = 40

/** Something this person could tap on the screen they see; now and then what a careless finger would. */
export function plausibleTap(about: Kind | null, state: unknown, person: PersonId, random: Random) {
  const now = state as MeetingState
  if (now === null) return null
  const isCareless = random(careless) === 0
  for (let tries = 0; tries < mostTries; tries += 1) {
    const choice = plausible(sceneOf(now, random, { about }))
    // A storm would soon be over if it were ended as often as chance would have it.
    if (choice?.actor !== person || (choice.said.type === 'meeting.end' && random(20) > 0)) continue
    const command = filled(now, choice.said)
    const ctx = { actor: person, now: now.calledAt + 3_600_000, seed: 1, unreachable: {} }
    if (isCareless || meetingStream.decide(now, command, ctx).ok) return command
  }
  return null
}
