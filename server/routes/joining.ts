import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Mine, Opened } from '../../shared/http.ts'
import type { CommunityId } from '../../shared/types.ts'
import { answerNo } from '../answers.ts'
import { type Circle, readCircle, roster } from '../circles.ts'
import { openLink } from '../links.ts'
import { addressKey } from '../peer.ts'
import { joins } from '../people/rights.ts'
import { refuse } from '../refuse.ts'
import type { Device, Grade, Link } from '../store/store.ts'
import { deviceOrNew, shown } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { CircleRef, PersonRef, strict } from './refs.ts'
import type { Routes } from './typed.ts'

export const OpenBody = Type.Object({ link: Type.String({ maxLength: 1_000 }) }, strict)
export const ClaimBody = Type.Object({ circle: CircleRef, person: PersonRef }, strict)
export const LeaveBody = Type.Object({ person: PersonRef }, strict)

/** From a link to a seat: open it, say who you are, and who you are not. */
export async function joiningRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const { people } = parts.store

  app.post('/api/links/open', { schema: { body: OpenBody } }, async (request, reply) => {
    const opened = await openLink(people, parts.secret, request.body.link)
    if (opened.kind === 'open') return enter(parts, opened.link, request, reply)
    const wait = parts.limits.links.failed(addressKey(parts.peerOf(request.raw).address))
    if (wait > 0) return answerNo(reply, refuse('rate_limited', { reason: 'too_many_tries', retryAfterMs: wait }))
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
  return {
    circle: circle.id,
    name: circle.name,
    grade: link.grade,
    selfAdd: circle.settings.selfAdd,
    people: await Promise.all(
      named.map(async (person) => ({
        ...shown(person),
        taken: (await people.devicesOf(person.id)).some(({ id }) => id !== device.id),
        yours: device.people.includes(person.id),
      })),
    ),
    meeting: circle.running?.id ?? null,
  } satisfies Opened
}

/** People of a community are at home in those of its circles that this device was let into. */
async function whereAtHome({ host, store }: RouteParts, device: Device): Promise<Mine> {
  const people = await Promise.all(device.people.map((person) => store.people.person(person)))
  const circles = await Promise.all(device.grants.map(({ circle }) => readCircle(host, circle)))
  const here = circles.filter((circle) => circle !== null)
  const of = (community: CommunityId) => here.filter((circle) => circle.community === community).map(({ id }) => id)
  return {
    people: people
      .filter((person) => person !== null)
      .map((person) => ({ ...shown(person), circles: of(person.community) })),
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
