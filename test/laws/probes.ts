import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { Viewer } from '../../shared/stream.ts'
import type { Context, PersonId, Verdict } from '../../shared/types.ts'
import { randomFrom } from '../storms/dice.ts'
import { filled } from '../support/filled.ts'
import { ofMeeting } from '../support/plausible/meeting.ts'
import { besides } from '../support/plausible/next.ts'
import { oneOf, sceneOf } from '../support/plausible/scene.ts'
import { isSame } from './same.ts'

type Now = NonNullable<MeetingState>
type Judged = Verdict<MeetingEvent>

/** Each on its own, as something that might be done next: coming and going, an answer more, whatever there is. */
const many = 8

function commandsIn(now: Now, seed: number): readonly { readonly actor: string; readonly command: MeetingCommand }[] {
  const dice = randomFrom(seed)
  return Array.from({ length: many }, (_, n) => {
    const scene = sceneOf(now, dice)
    return oneOf(n % 2 === 0 ? ofMeeting(scene) : besides(scene), dice)
  }).flatMap((choice) => (choice ? [{ actor: choice.actor, command: filled(now, choice.said) }] : []))
}

/** What each viewer would see of it, be it done or refused. */
function sightOf(verdict: Judged, { actor, now }: Context, viewer: Viewer) {
  if (!verdict.ok) return verdict
  return meetingStream.seeEntry({ seq: 1, id: 'p', by: actor, at: now, events: verdict.events }, viewer)
}

interface Eyes {
  readonly ctx: Context
  readonly viewers: readonly Viewer[]
  /** Who knows more of what they gave: replacing it is left out. */
  readonly but?: PersonId | null
}

/**
 * Whatever anyone might do now has to look alike in two meetings that look alike, but for what `isOpening` says
 * tells what was sealed. Nothing of it is done.
 */
export function looksAlike(
  [one, other]: readonly [Now, Now],
  { ctx, viewers, but = null }: Eyes,
  isOpening: (verdict: Judged) => boolean,
): void {
  for (const { actor, command } of commandsIn(one, ctx.now)) {
    if (actor === but && 'replaces' in command) continue
    const by = { ...ctx, actor }
    const verdict = meetingStream.decide(one, command, by)
    const again = meetingStream.decide(other, command, by)
    if (isOpening(verdict)) continue
    for (const viewer of viewers)
      isSame(sightOf(again, by, viewer), sightOf(verdict, by, viewer), `${command.type} would look the same`)
  }
}
