import type { Decision } from '../../shared/circle/types.ts'
import type { Item, Now } from '../../shared/meeting/types.ts'
import type { Objection } from '../../shared/parts/objections.ts'
import type { Turns } from '../../shared/parts/turns.ts'
import type { Consent } from '../../shared/processes/consent/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { Fields } from '../../shared/processes/process.ts'
import type { Millis, PersonId, Refusal, Seat, Settings } from '../../shared/types.ts'
import type { Said } from './filled.ts'

export interface Gathering {
  /** In circular order; the first who calls is the facilitator. */
  readonly people: readonly string[]
  readonly facilitator: string
  readonly secretary?: string
  readonly settings?: Partial<Settings>
}

/** Where a narrative is played: through the rules alone, or through a server with real sockets. */
export interface Place {
  id(name: string): PersonId
  /** What this person's screen shows; null is the room screen. */
  seen(name: string | null): Now
  /** A refusal, or null when it is done and every screen shows it. */
  send(name: string, said: Said): Promise<Refusal | null>
  decisions(): Promise<readonly Decision[]>
  /** Their device is gone, comes back. */
  cut(name: string): Promise<void>
  back(name: string): Promise<void>
  wait(time: Millis): Promise<void>
}

/** A circle at a table, told by names. */
export class Table {
  readonly place: Place
  readonly people: readonly string[]
  /** Who steers; a narrative in which the chair moves says so. */
  facilitator: string

  constructor(place: Place, { people, facilitator }: Gathering) {
    this.place = place
    this.people = people
    this.facilitator = facilitator
  }

  name(person: PersonId | null | undefined): string | null {
    return person ? (this.people.find((name) => this.id(name) === person) ?? person) : null
  }

  names(people: readonly PersonId[]): readonly (string | null)[] {
    return people.map((person) => this.name(person))
  }

  id(name: string): PersonId {
    return this.place.id(name)
  }

  get now(): Now {
    return this.place.seen(null)
  }

  get item(): Item {
    const item = this.now.items.find((i) => i.id === this.now.shown)
    if (!item) throw new Error('nothing was opened')
    return item
  }

  get consent(): Consent {
    const state = this.item.runs.at(-1)?.state
    if (state?.kind !== 'consent') throw new Error('no decision by consent')
    return state
  }

  get stage(): string {
    return this.consent.step.stage
  }

  get round(): Turns {
    const run = this.item.runs.at(-1)
    const round = run && processOf(run.kind).at(run.state).round
    if (!round) throw new Error('no round')
    return round
  }

  seat(name: string): Seat {
    const seat = this.now.seats.find((s) => s.person === this.id(name))
    if (!seat) throw new Error(`no seat for ${name}`)
    return seat
  }

  objection(id: string): Objection {
    const objection = this.consent.objections.find((o) => o.id === id)
    if (!objection) throw new Error(`no objection ${id}`)
    return objection
  }

  async does(name: string, said: Said): Promise<void> {
    const refusal = await this.place.send(name, said)
    if (refusal) throw new Error(`${name} ${said.type}: ${refusal.code} ${refusal.reason}`)
  }

  async refused(name: string, said: Said): Promise<Refusal> {
    const refusal = await this.place.send(name, said)
    if (!refusal) throw new Error(`${name} ${said.type} was accepted`)
    return refusal
  }

  /** The facilitator does it. */
  async f(said: Said): Promise<void> {
    await this.does(this.facilitator, said)
  }

  /** Their answer in words; null is "no objection". */
  async says(name: string, words: string | null): Promise<void> {
    const answer = words === null ? ({ is: 'none' } as const) : ({ is: 'objection', words } as const)
    await this.does(name, { type: 'consent.answer', replaces: this.stands(name), answer, for: null })
  }

  stands(name: string): number | null {
    return this.consent.answers?.given[this.id(name)]?.seq ?? null
  }

  async here(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.does(name, { type: 'here', remote: false, for: null })
  }

  /** A round from beginning to end in which each is done in turn. */
  async goesRound(): Promise<void> {
    for (let i = 0; this.round.speaking && i < 100; i++) {
      const turn = this.round.turn
      await this.f({ type: 'turn.done', turn })
    }
    await this.f({ type: 'round.close' })
  }

  async words(fields: Partial<Fields>): Promise<void> {
    const { draft, written } = this.consent.wording
    await this.f({ type: 'wording.write', fields: { ...draft, ...fields }, over: written })
  }
}
