import { createRegisters } from '../../server/reading/registers.ts'
import { rules } from '../../server/rules.ts'
import type { Decision } from '../../shared/circle/types.ts'
import type { Now } from '../../shared/meeting/types.ts'
import { type Millis, type PersonId, type Refusal, type Settings, usual } from '../../shared/types.ts'
import type { Said } from '../support/filled.ts'
import { type Gathering, type Place, Table } from '../support/table.ts'
import { Visitor } from '../support/visitor.ts'
import { type House, openHouse, until } from './house.ts'

/** The facilitator's line is lost, as every screen is told. */
function saysGone(frame: string): boolean {
  return /^\["here",/.test(frame) && !frame.includes('"facilitatorGone":null')
}

/** Everyone at the table with a device of their own, a room screen, and a server with a real file between them. */
class OnSockets implements Place {
  readonly house: House
  readonly circle: string
  readonly visitors: Readonly<Record<string, Visitor>>
  readonly screen: Visitor
  private readonly away = new Set<string>()

  constructor(house: House, circle: string, visitors: Readonly<Record<string, Visitor>>, screen: Visitor) {
    this.house = house
    this.circle = circle
    this.visitors = visitors
    this.screen = screen
  }

  private visitor(name: string): Visitor {
    const one = this.visitors[name]
    if (!one) throw new Error(`${name} has no device`)
    return one
  }

  id(name: string): PersonId {
    return this.visitor(name).person ?? ''
  }

  seen(name: string | null): Now {
    const { state } = name === null ? this.screen : this.visitor(name)
    if (!state) throw new Error('no meeting yet')
    return state
  }

  /** Once every screen that is on shows what was done. */
  async send(name: string, said: Said): Promise<Refusal | null> {
    this.house.clock.now += 1000
    const answer = await this.visitor(name).sends(said)
    if (!answer.ok) return answer as unknown as Refusal
    const on = Object.entries(this.visitors).flatMap(([n, v]) => (this.away.has(n) ? [] : [v]))
    for (const one of [...on, this.screen]) await one.sees(() => one.seq >= answer.seq)
    return null
  }

  /** As the circle keeps them, once it has heard of all that the meeting decided. */
  async decisions(): Promise<readonly Decision[]> {
    const count = this.seen(null).items.filter((i) => i.outcome?.kind === 'decided').length
    const registers = createRegisters(this.house.store)
    return until(async () => {
      const { decisions } = await registers.of(this.circle)
      return decisions.length >= count ? decisions : null
    })
  }

  async cut(name: string): Promise<void> {
    this.away.add(name)
    const told = this.screen.heard.length
    this.visitor(name).leaves()
    await until(() => this.screen.heard.slice(told).some(saysGone), `${name} to be gone`)
  }

  async back(name: string): Promise<void> {
    const one = this.visitor(name)
    await one.follows(one.stream)
    await one.sees(() => one.seq >= this.screen.seq)
    this.away.delete(name)
  }

  async wait(time: Millis): Promise<void> {
    this.house.clock.now += time
  }

  async close(): Promise<void> {
    for (const one of [...Object.values(this.visitors), this.screen]) one.leaves()
    await this.house.close()
  }
}

/** The meeting takes them over when it opens. */
async function habits(house: House, circle: string, by: PersonId, settings: Partial<Settings>): Promise<void> {
  const { consentMode, roundStart, alternateDirection, facilitatorMid } = { ...usual, ...settings }
  const command = { type: 'circle.habits', habits: { consentMode, roundStart, alternateDirection, facilitatorMid } }
  const done = await house.app.host.run({ stream: circle, by, id: 'habits-of-the-circle', command })
  if (!done.ok) throw new Error(`habits: ${done.reason}`)
}

/** Plays a narrative at a table where every word goes through a socket and onto a disk. */
export async function onSockets(
  gathering: Gathering,
  decide: string,
  narrative: (table: Table) => Promise<void>,
): Promise<void> {
  const house = await openHouse(rules)
  const { people, facilitator, secretary, settings } = gathering
  const first = new Visitor(house.url)
  const made = await first.founds('General Circle', facilitator, decide, people)
  const visitors: Record<string, Visitor> = { [facilitator]: first }
  await first.follows(made.meeting)
  for (const name of people.filter((n) => n !== facilitator)) {
    const one = new Visitor(house.url)
    await one.joins(made.link, name)
    await one.follows(made.meeting)
    visitors[name] = one
  }
  const screen = new Visitor(house.url)
  await screen.post('/api/links/open', { link: made.link.split('#')[1] })
  await screen.follows(made.meeting)
  const place = new OnSockets(house, made.circle, visitors, screen)
  try {
    const table = new Table(place, gathering)
    if (settings) await habits(house, made.circle, table.id(facilitator), settings)
    if (secretary) await table.f({ type: 'role.set', role: 'secretary', person: table.id(secretary) })
    await narrative(table)
  } finally {
    await place.close()
  }
}
