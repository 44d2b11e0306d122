import type { CircleCommand, CircleState } from '../../shared/circle/types.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { Post } from '../../shared/stream.ts'
import type { Context, Entry, Millis, PersonId, Settings, Verdict } from '../../shared/types.ts'
import { Circle } from '../support/circle.ts'
import { filled, type Said } from '../support/filled.ts'
import { frozen } from './same.ts'

/** One try in a meeting, and what became of it. */
export interface Moment {
  readonly before: MeetingState
  readonly command: MeetingCommand
  readonly ctx: Context
  readonly verdict: Verdict<MeetingEvent>
  /** Null when it was refused; empty when there was nothing to do. */
  readonly entry: Entry<MeetingEvent> | null
  readonly after: MeetingState
}

export interface Start {
  readonly members: readonly PersonId[]
  readonly settings: Partial<Settings>
}

/**
 * A circle and its meeting, told by the real rules; it remembers everything that was tried. All that the
 * rules are given is frozen, so that a rule that changes it fails.
 */
export class World {
  readonly around = new Circle()
  state: MeetingState = null
  readonly log: Entry<MeetingEvent>[] = []
  readonly moments: Moment[] = []
  readonly posts: Post<CircleCommand>[] = []
  clock: Millis = Date.UTC(2026, 3, 14, 17, 30)
  unreachable: Record<PersonId, Millis> = {}
  private readonly watch: (moment: Moment, world: World) => void

  constructor({ members, settings }: Start, watch: (moment: Moment, world: World) => void = () => undefined) {
    this.watch = watch
    const first = members[0] ?? ''
    const create = {
      type: 'circle.create',
      circle: 'c_harrow',
      community: 'o_harrow',
      name: 'Harrow Lane',
      aim: '',
      members,
    } as const
    this.toCircle(first, 'create', { ...create, selfAdd: settings.selfAdd ?? false })
    this.toCircle(first, 'habits', { type: 'circle.habits', habits: { ...settings } as never })
    this.acts(first, {
      type: 'meeting.call',
      meeting: 'm_one',
      circle: 'c_harrow',
      items: [{ title: 'Courtyard' }, { title: 'Guest room' }],
    })
  }

  get now(): NonNullable<MeetingState> {
    if (!this.state) throw new Error('no meeting was called')
    return this.state
  }

  get circle(): CircleState {
    return this.around.state
  }

  private toCircle(actor: string, id: string, command: CircleCommand): void {
    const refusal = this.around.takes(id, frozen(command), { actor, now: this.clock, seed: 1, unreachable: {} })
    if (refusal) throw new Error(`the circle refused ${command.type}: ${refusal.reason}`)
    frozen(this.around.log.at(-1))
    frozen(this.around.state)
  }

  /** What a screen would send in this state: process, ask and turn are filled in unless they are given. */
  sent(said: Said): MeetingCommand {
    return this.around.completes(this.state, filled(this.state, said))
  }

  acts(actor: PersonId, said: Said): Moment {
    return this.tries(actor, this.sent(said))
  }

  /** Tries a command; whoever sends one can be reached. */
  tries(actor: PersonId, command: MeetingCommand): Moment {
    delete this.unreachable[actor]
    const ctx: Context = frozen({ actor, now: this.clock, seed: 1, unreachable: { ...this.unreachable } })
    const before = frozen(this.state)
    const verdict = frozen(meetingStream.decide(before, frozen(command), ctx))
    const entry = verdict.ok ? this.written(actor, verdict.events) : null
    const moment: Moment = { before, command, ctx, verdict, entry, after: this.state }
    this.moments.push(moment)
    this.watch(moment, this)
    this.clock += 1000
    return moment
  }

  private written(by: PersonId, events: readonly MeetingEvent[]): Entry<MeetingEvent> {
    const entry = frozen({ seq: this.log.length + 1, id: `k${this.moments.length}`, by, at: this.clock, events })
    this.log.push(entry)
    this.state = frozen(meetingStream.evolve(this.state, entry))
    for (const post of meetingStream.posts(this.state, entry)) {
      this.posts.push(post)
      this.toCircle(this.now.id, post.id, post.command)
    }
    return entry
  }
}
