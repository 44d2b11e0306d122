import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Named } from '../../shared/http.ts'
import type { StreamId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import { mayFollow } from '../people/rights.ts'
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

/** A person as screens show them; the name of someone forgotten is empty. */
export function shown({ id, name, hint }: Person): Named {
  return { person: id, name: name ?? '', hint }
}
