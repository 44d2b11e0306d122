import type { MeetingEvent } from '../../../shared/meeting/events.ts'
import { meetingStream } from '../../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../../shared/meeting/types.ts'
import type { Done, No } from '../../../shared/protocol.ts'
import type { Entry, PersonId } from '../../../shared/types.ts'
import { Play } from '../../support/play.ts'
import type { Asked, fakeWire } from './fake-world.ts'

export const people = ['p_lior', 'p_ines', 'p_noor', 'p_pia']
export const meeting = 'm_one'

/** A meeting on the real rules, and the answers a server gives. The test says when they travel. */
export class FakeServer {
  state: MeetingState
  entries: Entry<MeetingEvent>[]
  readonly answers = new Map<string, Done | No>()
  /** What has been asked and is still on its way here; each is carried out by `arrive`. */
  waiting: Asked[] = []
  lines: ReturnType<typeof fakeWire>[] = []
  /** The state is too large for the line. */
  large = false
  /** Acks are lost while this is set. */
  mute = false
  /** The disk is full, and so on: this is answered in place of anything else. */
  trouble: No | null = null

  constructor() {
    const play = new Play(people, 'p_lior')
    play.calls('p_lior', 'Guest room price')
    this.state = play.state
    this.entries = [...play.log]
  }

  get head(): number {
    return this.entries.length
  }

  run(by: PersonId, id: string, command: MeetingCommand): Done | No {
    const before = this.answers.get(id)
    if (before) return before.ok ? { ...before, replayed: true } : before
    const context = { actor: by, now: 1_000_000, seed: 1, unreachable: {} }
    const verdict = meetingStream.decide(this.state, command, context)
    const answer: Done | No = verdict.ok
      ? { ok: true, seq: this.append(by, id, verdict.events) }
      : { ok: false, ...verdict.refusal, retryable: false, ref: 'r' }
    this.answers.set(id, answer)
    return answer
  }

  private append(by: PersonId, id: string, events: readonly MeetingEvent[]): number {
    const entry = { seq: this.head + 1, id, by, at: 1_000_000, events }
    this.happens(entry)
    return entry.seq
  }

  /** Saved, and told to whoever is there. */
  happens(entry: Entry<MeetingEvent>): void {
    const seen = meetingStream.seeEntry(entry, { person: null })
    this.entries.push(seen)
    this.state = meetingStream.evolve(this.state, entry)
    const frame = { stream: meeting, as: null, entries: [structuredClone(seen)] }
    for (const line of this.lines) if (line.connected) line.tell('entries', frame)
  }

  private beginning({ after, plain }: Asked['what']) {
    if (typeof after === 'number') return { entries: this.entries.slice(after) }
    return this.large ? {} : this.whole(plain === true)
  }

  /** The state as it stands, or as it was before what may be undone, with the entries since. */
  whole(plain: boolean) {
    const seen = (state: MeetingState) => meetingStream.seeState(state, { person: null })
    if (plain) return { at: this.head, state: meetingStream.still(seen(this.state)), entries: [] }
    const { seq: at, state } = meetingStream.from(this.state) ?? { seq: this.head, state: this.state }
    return { at, state: seen(state), entries: this.entries.slice(at) }
  }

  private answer({ name, what, answer }: Asked): void {
    if (this.trouble && name === 'command') {
      answer(this.trouble)
      return
    }
    if (name === 'start') {
      answer({ ok: true, seq: this.head, now: 1_000_000, ...this.beginning(what) })
      return
    }
    const done = this.run(what.as as PersonId, what.id as string, what.command as MeetingCommand)
    if (!this.mute) answer(done)
  }

  /** Everything on its way arrives, is done, told, and answered; what that brings about as well. */
  arrive(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) this.answer(next)
  }
}
