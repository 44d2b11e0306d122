import { meetingStream } from '../../shared/meeting/stream.ts'
import type { Now } from '../../shared/meeting/types.ts'
import type { Millis } from '../../shared/types.ts'
import { Play } from './play.ts'
import { type Gathering, type Place, Table } from './table.ts'

function idOf(name: string): string {
  return name.toLowerCase()
}

/** The rules alone, one entry per command, each screen as its viewer may see it. */
class InMemory implements Place {
  readonly play: Play

  constructor({ people, facilitator, settings }: Gathering) {
    this.play = new Play(people.map(idOf), idOf(facilitator), settings)
  }

  id(name: string) {
    return idOf(name)
  }

  seen(name: string | null): Now {
    return meetingStream.seeState(this.play.now as never, { person: name && idOf(name) }) as unknown as Now
  }

  async send(name: string, said: Parameters<Play['attempt']>[1]) {
    return this.play.attempt(idOf(name), said)
  }

  async decisions() {
    return this.play.register.decisions
  }

  async cut(name: string) {
    this.play.unreachable = { ...this.play.unreachable, [idOf(name)]: this.play.clock }
  }

  async back(name: string) {
    const { [idOf(name)]: _, ...rest } = this.play.unreachable
    this.play.unreachable = rest
  }

  async wait(time: Millis) {
    this.play.clock += time
  }
}

/** A circle around a table where only the rules are at work. */
export async function inMemory(gathering: Gathering, items: readonly string[]): Promise<Table> {
  const place = new InMemory(gathering)
  place.play.calls(idOf(gathering.facilitator), ...items)
  const table = new Table(place, gathering)
  if (gathering.secretary) await table.f({ type: 'role.set', role: 'secretary', person: idOf(gathering.secretary) })
  return table
}
