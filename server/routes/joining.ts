import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { answerNo } from '../answers.ts'
import { circleOf, communityOf, readCircle, roster, runningMeeting } from '../circles.ts'
import { openLink } from '../links.ts'
import { refuse } from '../refuse.ts'
import type { Device, Link } from '../store/store.ts'
import { addressKey } from '../tries.ts'
import { deviceOrNew, shown } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { CircleRef, PersonRef, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const OpenBody = Type.Object({ link: Type.String({ maxLength: 1_000 }) }, strict)
const ClaimBody = Type.Object({ circle: CircleRef, person: PersonRef }, strict)
const LeaveBody = Type.Object({ person: PersonRef }, strict)

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
    const isHere = known !== null && known.name !== null && known.community === communityOf(circle)
    if (!isHere || !device.joins.includes(known.community)) return answerNo(reply, refuse('not_found'))
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
    if (device === null) return { people: [], circles: [] }
    const again = parts.devices.renewed(request.headers.cookie)
    if (again !== null) reply.header('set-cookie', again)
    return whereAtHome(parts, device)
  })
}

async function enter(parts: RouteParts, link: Link, request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const { people } = parts.store
  const circle = await readCircle(parts.host, circleOf(link.community))
  if (circle === null) return answerNo(reply, refuse('not_found', { reason: 'link_unknown' }))
  const device = await deviceOrNew(parts, request, reply)
  await people.grant(device.id, link.community, link.grade)
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
    meeting: runningMeeting(circle),
  }
}

async function whereAtHome({ host, store }: RouteParts, device: Device): Promise<object> {
  const people = await Promise.all(device.people.map((person) => store.people.person(person)))
  const circles = await Promise.all(device.communities.map((community) => readCircle(host, circleOf(community))))
  return {
    people: people
      .filter((person) => person !== null)
      .map((person) => ({ ...shown(person), circle: circleOf(person.community) })),
    circles: circles
      .filter((circle) => circle !== null)
      .map((circle) => ({
        circle: circle.id,
        name: circle.name,
        grade: device.joins.includes(communityOf(circle.id)) ? 'join' : 'screen',
        meeting: runningMeeting(circle),
      })),
  }
}
