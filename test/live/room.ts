import type { Done, No } from '../../shared/protocol.ts'
import type { Typed } from '../../shared/stream.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import { ana, bo, cleo, community, room } from './bench.ts'
import { commandId, enter, type Guest, type House, openHouse } from './house.ts'

/** A house with one room for three, in which Ana facilitates. */
export interface Room {
  readonly house: House
  /** Straight to the host, without a line. */
  run(command: Typed & Readonly<Record<string, unknown>>, stream?: StreamId, by?: PersonId): Promise<Done | No>
  /** A line from a new device of these people, or of nobody. */
  come(...people: readonly PersonId[]): Promise<Guest>
  /** Here and following the room. */
  sit(person: PersonId): Promise<Guest>
  close(): Promise<void>
}

export async function openRoom(): Promise<Room> {
  const house = await openHouse()
  const guests: Guest[] = []
  for (const id of [ana, bo, cleo]) await house.device(id)
  const made: Room = {
    house,
    run: (command, stream = room, by = ana) => {
      const begins = { kind: stream === room ? 'meeting' : 'circle', community }
      return house.app.host.run({ stream, by, id: commandId(), command, begins })
    },
    async come(...people) {
      const guest = await enter(house.url, await house.device(...people))
      guests.push(guest)
      return guest
    },
    async sit(person) {
      const guest = await made.come(person)
      await guest.start(room, person)
      return guest
    },
    async close() {
      for (const { socket } of guests) socket.disconnect()
      await house.close()
    },
  }
  await made.run({ type: 'open', people: [ana, bo, cleo], facilitator: ana, circle: null })
  return made
}
