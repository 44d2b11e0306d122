import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGate } from '../../server/gate.ts'
import { createHost, type Host } from '../../server/host.ts'
import { createLimits } from '../../server/limits.ts'
import { createEncodings } from '../../server/live/encoded.ts'
import { createNames } from '../../server/live/names.ts'
import { startLive } from '../../server/live.ts'
import { oneNode } from '../../server/nodes/memory.ts'
import type { Nodes } from '../../server/nodes/nodes.ts'
import { createDevices } from '../../server/people/devices.ts'
import { remembering } from '../../server/people/remembering.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { DeviceId, People, Store } from '../../server/store/store.ts'
import type { PersonId } from '../../shared/types.ts'
import { circle, community, listLog } from './bench.ts'
import { type Counted, counting } from './counting.ts'
import { enter, type Guest } from './house.ts'
import { rules } from './parlour-rules.ts'

/** Lines of a server put together by hand, of which every part can be reached; what it asks of its store is counted. */
export interface Wired {
  readonly host: Host
  readonly nodes: Nodes
  readonly store: Counted<Store>
  /** What the store is asked about people. */
  readonly asked: Counted<People>
  /** The people as the server knows them: what is changed through them it knows. */
  readonly people: People
  readonly clock: { now: number }
  come(...persons: readonly PersonId[]): Promise<{ readonly guest: Guest; readonly device: DeviceId }>
  close(): Promise<void>
}

export async function openWired(): Promise<Wired> {
  const clock = { now: 1_000_000 }
  const now = () => clock.now
  const memory = memoryStore()
  const nodes = oneNode(memory, now)
  const asked = counting(memory.people)
  const people = remembering(asked.it, nodes)
  const store = counting<Store>({ ...memory, people })
  const log = listLog()
  const host = createHost({
    store: store.it,
    streams: rules.streams,
    log,
    now,
    seed: () => 1,
    heads: nodes.heads,
    unreachable: async () => ({}),
  })
  const server = createServer()
  const devices = createDevices(people, null, now)
  const live = startLive({
    server,
    host,
    store: store.it,
    nodes,
    rules,
    gate: createGate(rules.commands),
    limits: createLimits({ nodes, now }),
    names: createNames(people, nodes),
    encodings: createEncodings(),
    log,
    now,
    devices,
    isOurs: () => true,
    addressOf: () => '127.0.0.1',
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const guests: Guest[] = []

  return {
    host,
    nodes,
    store,
    asked,
    people,
    clock,
    async come(...persons) {
      const { device, cookie } = await devices.welcome()
      await people.grant(device.id, { circle, community, grade: 'screen' })
      for (const id of persons) {
        if (!(await people.person(id))) await people.addPerson({ id, community, name: id.slice(0, 4), hint: null })
        await people.bind(device.id, id)
      }
      const guest = await enter(url, cookie.split(';')[0] ?? '')
      guests.push(guest)
      return { guest, device: device.id }
    },
    async close() {
      for (const { socket } of guests) socket.disconnect()
      await live.close()
      await new Promise((closed) => server.close(closed))
    },
  }
}
