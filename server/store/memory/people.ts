import type { CommunityId, PersonId } from '../../../shared/types.ts'
import { hintFor } from '../hints.ts'
import type { Device, DeviceId, Grant, Link, LinkId, People, Person } from '../store.ts'

interface Kept {
  readonly device: Device
  readonly secret: string
}

/** People, devices and links that are forgotten with the process. */
export function memoryPeople(): People {
  const persons = new Map<PersonId, Person>()
  const devices = new Map<DeviceId, Kept>()
  const links = new Map<LinkId, Link>()

  function of(community: CommunityId): readonly Person[] {
    return [...persons.values()].filter((person) => person.community === community)
  }

  function keep(person: Person): Person {
    const kept = { ...person, hint: hintFor(person, of(person.community)) }
    persons.set(person.id, kept)
    return kept
  }

  function change(id: DeviceId, how: (device: Device) => Device): void {
    const kept = devices.get(id)
    if (kept) devices.set(id, { ...kept, device: how(kept.device) })
  }

  const people: People = {
    async addPerson(person) {
      if (persons.has(person.id)) throw new Error('A person with this id exists.')
      return keep(person)
    },
    async rename(id, name, hint) {
      const known = persons.get(id)
      return known ? keep({ ...known, name, hint }) : null
    },
    async forget(id) {
      const known = persons.get(id)
      if (known) persons.set(id, { ...known, name: null, hint: null })
      for (const { device } of devices.values()) {
        if (device.people.includes(id) && device.people.length === 1) devices.delete(device.id)
      }
      for (const device of devices.keys()) await people.unbind(device, id)
    },
    async person(id) {
      return persons.get(id) ?? null
    },
    async persons(community) {
      return of(community)
    },

    async addDevice(id, secret, at) {
      if (devices.has(id)) throw new Error('A device with this id exists.')
      devices.set(id, { secret, device: { id, people: [], grants: [], lastSeen: at } })
    },
    async deviceBySecret(secret) {
      return [...devices.values()].find((kept) => kept.secret === secret)?.device ?? null
    },
    async device(id) {
      return devices.get(id)?.device ?? null
    },
    async devicesOf(person) {
      return [...devices.values()].map((kept) => kept.device).filter((device) => device.people.includes(person))
    },
    async takenElsewhere(persons, except) {
      const others = [...devices.values()].flatMap(({ device }) => (device.id === except ? [] : device.people))
      return new Set(others.filter((person) => persons.includes(person)))
    },
    async seen(id, at) {
      change(id, (device) => ({ ...device, lastSeen: at }))
    },
    async bind(id, person) {
      if (!persons.has(person)) throw new Error('Nobody has this id.')
      change(id, (device) => ({ ...device, people: [...new Set([...device.people, person])] }))
    },
    async unbind(id, person) {
      change(id, (device) => ({ ...device, people: device.people.filter((one) => one !== person) }))
    },
    async grant(id, grant) {
      change(id, (device) => ({ ...device, grants: withGrant(device.grants, grant) }))
    },
    async removeDevice(id) {
      devices.delete(id)
    },
    async prune({ unseen, unseenScreen, but }, most) {
      const old = [...devices.values()].filter(({ device: { id, people: theirs, grants, lastSeen } }) => {
        const since = grants.some(({ grade }) => grade === 'screen') ? unseenScreen : unseen
        return theirs.length === 0 && lastSeen < since && !but.includes(id)
      })
      const gone = old.slice(0, most).map(({ device }) => device.id)
      for (const id of gone) devices.delete(id)
      return gone
    },

    async addLink(link) {
      if (links.has(link.id)) throw new Error('A link with this id exists.')
      links.set(link.id, link)
    },
    async link(id) {
      return links.get(id) ?? null
    },
    async links(circle) {
      return [...links.values()].filter((link) => link.circle === circle)
    },
    async rotate(id) {
      const link = links.get(id)
      if (!link) return null
      const next = { ...link, generation: link.generation + 1 }
      links.set(id, next)
      return next
    },
  }
  return people
}

function withGrant(grants: readonly Grant[], { circle, community, grade }: Grant): readonly Grant[] {
  if (!grants.some((one) => one.circle === circle)) return [...grants, { circle, community, grade }]
  return grants.map((one) => (one.circle === circle && grade === 'join' ? { ...one, grade } : one))
}
