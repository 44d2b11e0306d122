import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { LinkOpened, Mine } from '../../shared/http.ts'
import { CircleRef, PersonRef } from '../../shared/parts/schema.ts'
import { answerNo } from '../http/answers.ts'
import { openLink } from '../people/links.ts'
import { joins } from '../people/rights.ts'
import { type Circle, readCircle, roster } from '../reading/circles.ts'
import { refuse } from '../refuse.ts'
import type { Device, Grade, Link, Person } from '../store/store.ts'
import { deviceOrNew, shown } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { strict } from './refs.ts'
import type { Routes } from './typed.ts'

export const OpenBody = Type.Object({ link: Type.String({ maxLength: 1_000 }) }, strict)
export const ClaimBody = Type.Object({ circle: CircleRef, person: PersonRef }, strict)
export const LeaveBody = Type.Object({ person: PersonRef }, strict)

/** From a link to a seat: open it, say who you are, and who you are not. */
export async function joiningRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const { people } = parts.store

  app.post('/api/links/open', { schema: { body: OpenBody } }, async (request, reply) => {
    const opened = await openLink(people, parts.secret, request.body.link)
    const { address } = parts.peerOf(request.raw)
    if (opened.kind === 'open') {
      const busy = await parts.limits.enter(address)
      if (busy !== null) return answerNo(reply, refuse('rate_limited', { retryAfterMs: busy }))
      return enter(parts, opened.link, request, reply)
    }
    const wait = await parts.limits.failed(address)
    if (wait !== null) return answerNo(reply, refuse('rate_limited', { reason: 'too_many_tries', retryAfterMs: wait }))
    if (opened.kind === 'old') return answerNo(reply, refuse('gone', { reason: 'link_old' }))
    return answerNo(reply, refuse('not_found', { reason: 'link_unknown' }))
  })

  app.post('/api/people/claim', { schema: { body: ClaimBody } }, async (request, reply) => {
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (device === null) return answerNo(reply, refuse('unauthenticated'))
    const { circle, person } = request.body
    const known = await people.person(person)
    const there = await readCircle(parts.host, circle)
    // A link leads to the names it shows, and to nobody of another circle.
    const isOffered = there !== null && (await roster(parts.host, there)).includes(person)
    if (!isOffered || known?.name == null || !joins(device, { circle, community: known.community }))
      return answerNo(reply, refuse('not_found'))
    await people.bind(device.id, person)
    return shown(known)
  })

  app.post('/api/people/leave', { schema: { body: LeaveBody } }, async (request) => {
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (device === null) return {}
    await people.unbind(device.id, request.body.person)
    parts.left(device.id, request.body.person)
    return {}
  })

  app.get('/api/me', async (request, reply) => {
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (device === null) return { people: [], circles: [] } satisfies Mine
    const again = parts.devices.renewed(request.headers.cookie)
    if (again !== null) reply.header('set-cookie', again)
    return whereAtHome(parts, device)
  })
}

async function enter(parts: RouteParts, link: Link, request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const { people } = parts.store
  const circle = await readCircle(parts.host, link.circle)
  if (circle === null) return answerNo(reply, refuse('not_found', { reason: 'link_unknown' }))
  const device = await deviceOrNew(parts, request, reply)
  const { community, grade } = link
  await people.grant(device.id, { circle: circle.id, community, grade })
  const ids = link.grade === 'join' ? await roster(parts.host, circle) : []
  const known = await Promise.all(ids.map((id) => people.person(id)))
  const named = known
    .filter((person) => person !== null)
    .filter(({ name, community }) => name !== null && community === link.community)
  const taken = await people.takenElsewhere(ids, device.id)
  return {
    circle: circle.id,
    name: circle.name,
    grade: link.grade,
    selfAdd: circle.settings.selfAdd,
    people: named.map((person) => ({
      ...shown(person),
      taken: taken.has(person.id),
      yours: device.people.includes(person.id),
    })),
    meeting: circle.running?.id ?? null,
  } satisfies LinkOpened
}

/** People are at home in those of their community's circles that this device was let into to join, or they belong to. */
async function whereAtHome({ host, store }: RouteParts, device: Device): Promise<Mine> {
  const people = await Promise.all(device.people.map((person) => store.people.person(person)))
  const circles = await Promise.all(device.grants.map(({ circle }) => readCircle(host, circle)))
  const here = circles.filter((circle) => circle !== null)
  const isHome = (circle: Circle, { id, community }: Person) =>
    circle.community === community && (gradeIn(device, circle) === 'join' || circle.members.includes(id))
  return {
    people: people
      .filter((person) => person !== null)
      .map((person) => ({
        ...shown(person),
        circles: here.filter((circle) => isHome(circle, person)).map(({ id }) => id),
      })),
    circles: here.map((circle) => ({
      circle: circle.id,
      name: circle.name,
      grade: gradeIn(device, circle),
      meeting: circle.running?.id ?? null,
    })),
  }
}

function gradeIn(device: Device, { id }: Circle): Grade {
  return device.grants.find(({ circle }) => circle === id)?.grade ?? 'screen'
}
