import type { Register } from '../../shared/circle/register.ts'
import type { CircleCommand, CircleState } from '../../shared/circle/types.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { Item, MeetingState, Now } from '../../shared/meeting/types.ts'
import type { Consent } from '../../shared/processes/consent/types.ts'
import type { Round } from '../../shared/processes/round/types.ts'
import type { Context, Entry, Millis, PersonId, Refusal, Settings } from '../../shared/types.ts'
import { Circle } from './circle.ts'
import { filled, type Said } from './filled.ts'
import { registerOf } from './register.ts'

/** A whole meeting and its circle in memory, played through the real rules. Every command is one entry. */
export class Play {
  readonly around = new Circle()
  state: MeetingState = null
  readonly log: Entry<MeetingEvent>[] = []
  clock: Millis = Date.UTC(2026, 3, 14, 17, 30)
  unreachable: Record<PersonId, Millis> = {}

  constructor(people: readonly PersonId[], facilitator: PersonId, settings: Partial<Settings> = {}) {
    this.toCircle(facilitator, {
      type: 'circle.create',
      circle: 'c_harrow',
      community: 'o_harrow',
      name: 'Harrow Lane',
      aim: 'neighbours of all ages sharing a house well',
      members: people,
      selfAdd: false,
    })
    const { state } = this.around
    if (state) this.around.state = { ...state, settings: { ...state.settings, ...settings } }
  }

  get circle(): CircleState {
    return this.around.state
  }

  get register(): Register {
    return registerOf(this.around.log)
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
    return this.around.takes(`k${this.around.log.length}`, command, this.context(actor))
  }

  /** Tries a command; a refusal comes back and nothing has changed. */
  attempt(actor: PersonId, said: Said): Refusal | null {
    const verdict = meetingStream.decide(
      this.state,
      this.around.completes(this.state, filled(this.state, said)),
      this.context(actor),
    )
    if (!verdict.ok) return verdict.refusal
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
    return this.does(facilitator, {
      type: 'meeting.call',
      meeting: 'm_one',
      circle: 'c_harrow',
      items: items.map((title) => ({ title })),
    })
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
