import type { Nodes } from '../nodes/nodes.ts'
import type { Device, DeviceId, People } from '../store/store.ts'

/** More devices than this are not kept in mind; the longest unasked goes. */
const mostDevices = 10_000

/**
 * The same people, with each device and what it may do kept in mind until it changes, here or on another node:
 * a command costs no question about who sends it.
 */
export function remembering(people: People, nodes: Pick<Nodes, 'changed' | 'onChange'>): People {
  const devices = new Map<DeviceId, Promise<Device | null>>()
  nodes.onChange((what) => {
    if ('device' in what) devices.delete(what.device)
  })

  function device(id: DeviceId): Promise<Device | null> {
    const known = devices.get(id)
    if (known) {
      // Set anew, so that the order of the map is the order of last use.
      devices.delete(id)
      devices.set(id, known)
      return known
    }
    const asked = people.device(id)
    devices.set(id, asked)
    if (devices.size > mostDevices) devices.delete(String(devices.keys().next().value))
    // What could not be read, and whoever is not there yet, is asked for again.
    asked.then(
      (found) => found === null && devices.delete(id),
      () => devices.delete(id),
    )
    return asked
  }

  async function changing<T>(id: DeviceId, work: Promise<T>): Promise<T> {
    try {
      return await work
    } finally {
      nodes.changed({ device: id })
    }
  }

  return {
    ...people,
    device,
    bind: (id, person) => changing(id, people.bind(id, person)),
    unbind: (id, person) => changing(id, people.unbind(id, person)),
    grant: (id, grant) => changing(id, people.grant(id, grant)),
    removeDevice: (id) => changing(id, people.removeDevice(id)),
    async prune(old, most) {
      const gone = await people.prune(old, most)
      for (const id of gone) nodes.changed({ device: id })
      return gone
    },
    async forget(person) {
      const theirs = await people.devicesOf(person)
      await people.forget(person)
      for (const { id } of theirs) nodes.changed({ device: id })
      nodes.changed({ person })
    },
    async addPerson(person) {
      const kept = await people.addPerson(person)
      nodes.changed({ person: kept.id })
      return kept
    },
    async rename(id, name, hint) {
      const kept = await people.rename(id, name, hint)
      nodes.changed({ person: id })
      return kept
    },
  }
}
