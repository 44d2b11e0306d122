import { running } from '../../../shared/meeting/around.ts'
import { plausibleOf } from '../processes/index.ts'
import { meetingOn, ofMeeting, pending } from './meeting.ts'
import { type Choice, oneOf, type Scene } from './scene.ts'

/** What brings the meeting on from here. */
export function onwards(scene: Scene): readonly Choice[] {
  const run = running(scene.now)
  if (scene.now.stage !== 'open' || !run) return meetingOn(scene)
  return plausibleOf(run).on(run, run.state, scene)
}

/** Anything else the running process knows. */
export function besides(scene: Scene): readonly Choice[] {
  const run = running(scene.now)
  if (scene.now.stage !== 'open' || !run) return ofMeeting(scene)
  return plausibleOf(run).besides(run, run.state, scene)
}

/** The facilitator takes their last act back. */
function undoing({ now, lead }: Scene): readonly Choice[] {
  return now.back ? [{ actor: lead, said: { type: 'undo', seq: now.back.seq } }] : []
}

/** Something somebody might well do in this meeting now; what is done oftenest comes oftenest. */
export function plausible(scene: Scene): Choice | undefined {
  const roll = scene.dice(100)
  const waits = pending(scene)
  if (waits.length > 0 && scene.dice(3) === 0) return oneOf(waits, scene.dice)
  if (roll < 55) return oneOf(onwards(scene), scene.dice)
  if (roll < 78) return oneOf(besides(scene), scene.dice)
  if (roll < 95) return oneOf(ofMeeting(scene), scene.dice)
  return oneOf(undoing(scene), scene.dice)
}
