import { circleStream } from '../../shared/circle/stream.ts'
import type { CircleCommand, CircleEvent, CircleState } from '../../shared/circle/types.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import { complete, needs, needsOf } from '../../shared/streams.ts'
import type { Context, Entry, Refusal } from '../../shared/types.ts'

/** A circle and its log in memory, as a meeting's host would keep it. */
export class Circle {
  state: CircleState = null
  readonly log: Entry<CircleEvent>[] = []

  /** A refusal, or null when it is done. */
  takes(id: string, command: CircleCommand, ctx: Context): Refusal | null {
    const verdict = circleStream.decide(this.state, command, ctx)
    if (!verdict.ok) return verdict.refusal
    const entry = { seq: this.log.length + 1, id, by: ctx.actor, at: ctx.now, events: verdict.events }
    this.log.push(entry)
    this.state = circleStream.evolve(this.state, entry)
    return null
  }

  /** The command with what the server adds of the circle. */
  completes(meeting: MeetingState, command: MeetingCommand): MeetingCommand {
    if (needs(meeting, command) === null) return command
    const held = needsOf(this.state, command)
    return complete(
      command,
      this.state,
      this.log.filter(({ seq }) => held.includes(seq)),
    )
  }
}
