import { basisOf } from '../../shared/circle/basis.ts'
import { circleStream } from '../../shared/circle/stream.ts'
import type { CircleCommand, CircleState } from '../../shared/circle/types.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { Item, MeetingCommand, MeetingEvent, MeetingState, Now } from '../../shared/meeting/types.ts'
import type { Consent } from '../../shared/processes/consent/types.ts'
import type { Round } from '../../shared/processes/round/types.ts'
import type { Context, Entry, Millis, PersonId, Refusal, Settings } from '../../shared/types.ts'
import { filled, type Said } from './filled.ts'

/** A whole meeting and its circle in memory, played through the real rules. Every command is one entry. */
export class Play {
  circle: CircleState = null
  state: MeetingState = null
  readonly log: Entry<MeetingEvent>[] = []
  clock: Millis = Date.UTC(2026, 3, 14, 17, 30)
  unreachable: Record<PersonId, Millis> = {}

  constructor(people: readonly PersonId[], facilitator: PersonId, settings: Partial<Settings> = {}) {
    this.toCircle(facilitator, {
      type: 'circle.create',
      circle: 'c_harrow',
      name: 'Harrow Lane',
      aim: 'neighbours of all ages sharing a house well',
      members: people,
      selfAdd: false,
    })
    if (this.circle) this.circle = { ...this.circle, settings: { ...this.circle.settings, ...settings } }
  }

  get now(): Now {
    if (!this.state) throw new Error('no meeting yet')
    return this.state
  }

  get item(): Item {
    const item = this.now.items.find((i) => i.id === this.now.shown)
    if (!item) throw new Error('no item was opened')
    return item
  }

  /** The consent decision of the item on the screen, running or over. */
  get consent(): Consent {
    const state = this.item.runs.at(-1)?.state
    if (state?.kind !== 'consent') throw new Error('no decision by consent')
    return state
  }

  get round(): Round {
    const state = this.item.runs.at(-1)?.state
    if (state?.kind !== 'round') throw new Error('no round')
    return state
  }

  context(actor: PersonId): Context {
    return { actor, now: this.clock, seed: 1, unreachable: this.unreachable }
  }

  toCircle(actor: PersonId, command: CircleCommand): Refusal | null {
    const verdict = circleStream.decide(this.circle, command, this.context(actor))
    if (!verdict.ok) return verdict.refusal
    const entry = { seq: 0, id: 'x', by: actor, at: this.clock, events: verdict.events }
    this.circle = circleStream.evolve(this.circle, entry)
    return null
  }

  private filled(said: Said): MeetingCommand {
    const basis = this.circle ? { basis: basisOf(this.circle) } : {}
    if (said.type === 'meeting.call' || said.type === 'meeting.open' || said.type === 'meeting.reopen')
      return { ...said, ...basis } as MeetingCommand
    return filled(this.state, said)
  }

  /** Tries a command; a refusal comes back and nothing has changed. */
  attempt(actor: PersonId, said: Said): Refusal | null {
    const verdict = meetingStream.decide(this.state, this.filled(said), this.context(actor))
    if (!verdict.ok) return verdict.refusal
    if (verdict.events.length === 0) return null
    const entry = {
      seq: this.log.length + 1,
      id: `k${this.log.length}`,
      by: actor,
      at: this.clock,
      events: verdict.events,
    }
    this.log.push(entry)
    this.state = meetingStream.evolve(this.state, entry)
    for (const post of meetingStream.posts(this.state, entry)) this.toCircle(this.now.id as string, post.command)
    this.clock += 1000
    return null
  }

  /** Does a command that must be accepted. */
  does(actor: PersonId, said: Said): this {
    const refusal = this.attempt(actor, said)
    if (refusal)
      throw new Error(`${actor} ${said.type}: ${refusal.code} ${refusal.reason} ${JSON.stringify(refusal.with)}`)
    return this
  }

  /** The reason a command is refused for; fails when it is not. */
  refused(actor: PersonId, said: Said): string {
    const before = JSON.stringify(this.state)
    const refusal = this.attempt(actor, said)
    if (!refusal) throw new Error(`${actor} ${said.type} was accepted`)
    if (JSON.stringify(this.state) !== before) throw new Error('a refusal changed something')
    return refusal.reason
  }

  calls(facilitator: PersonId, ...items: readonly string[]): this {
    return this.does(facilitator, { type: 'meeting.call', meeting: 'm_one', circle: 'c_harrow', items: [...items] })
  }

  here(...people: readonly PersonId[]): this {
    for (const p of people) this.does(p, { type: 'here', remote: false, for: null })
    return this
  }

  /** One spoken answer by its owner, in their turn. */
  says(person: PersonId, words: string | null): this {
    const answer = words === null ? ({ is: 'none' } as const) : ({ is: 'objection', words } as const)
    const replaces = this.consent.answers?.given[person]?.seq ?? null
    return this.does(person, { type: 'consent.answer', replaces, answer, for: null })
  }
}
