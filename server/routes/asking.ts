import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CircleId, PersonId } from '../../shared/types.ts'
import { communityOf } from '../circles.ts'
import type { Device, Person } from '../store/store.ts'
import type { RouteParts } from './parts.ts'

/** The device that asks, or a new one that gets its cookie with this answer. */
export async function deviceOrNew(
  { devices }: RouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Device> {
  const known = await devices.deviceOf(request.headers.cookie)
  if (known !== null) return known
  const { device, cookie } = await devices.welcome()
  reply.header('set-cookie', cookie)
  return device
}

/** Who of this circle acts from the asking device: nobody (empty) for strangers and for other circles' people. */
export async function ownPeople(
  parts: RouteParts,
  request: FastifyRequest,
  circle: CircleId,
): Promise<readonly Person[]> {
  const device = await parts.devices.deviceOf(request.headers.cookie)
  if (device === null) return []
  const community = communityOf(circle)
  const people = await Promise.all(device.people.map((person) => parts.store.people.person(person)))
  return people.filter((person) => person !== null).filter((person) => person.community === community)
}

/** A person as screens show them; the name of someone forgotten is empty. */
export function shown({ id, name, hint }: Person): { person: PersonId; name: string; hint: string | null } {
  return { person: id, name: name ?? '', hint }
}
