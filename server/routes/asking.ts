import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Named } from '../../shared/http.ts'
import type { CircleId, PersonId, StreamId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import { mayFollow } from '../people/rights.ts'
import { readCircle, roster } from '../reading/circles.ts'
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

/** A stream, and who of it acts from the asking device. */
export interface Own {
  readonly device: Device
  readonly fold: Fold
  readonly people: readonly Person[]
}

/** Null for strangers, for other circles' people, for another kind of stream, and for what does not exist: alike. */
export async function ownIn(
  parts: RouteParts,
  request: FastifyRequest,
  { stream, kind }: { readonly stream: StreamId; readonly kind?: 'circle' | 'meeting' },
): Promise<Own | null> {
  const device = await parts.devices.deviceOf(request.headers.cookie)
  const fold = device && (await parts.host.look(stream))
  if (!fold || (kind && fold.about.kind !== kind)) return null
  const people: Person[] = []
  for (const id of device.people) {
    const person = (await mayFollow(parts, device, fold, id)) ? await parts.store.people.person(id) : null
    if (person !== null) people.push(person)
  }
  return people.length > 0 ? { device, fold, people } : null
}

/** Somebody of this circle, or a guest of its meeting; whoever only holds its link and has a name is neither. */
export async function belongsTo({ host }: RouteParts, circle: CircleId, person: PersonId): Promise<boolean> {
  const there = await readCircle(host, circle)
  return there !== null && (await roster(host, there)).includes(person)
}

/** Somebody on the asking device who belongs to this circle; null if nobody does. */
export async function ownOf(parts: RouteParts, request: FastifyRequest, circle: CircleId): Promise<Person | null> {
  const own = await ownIn(parts, request, { stream: circle, kind: 'circle' })
  for (const person of own?.people ?? []) if (await belongsTo(parts, circle, person.id)) return person
  return null
}

/** A person as screens show them; the name of someone forgotten is empty. */
export function shown({ id, name, hint }: Person): Named {
  return { person: id, name: name ?? '', hint }
}
