import Type, { type Static } from 'typebox'
import type { Links, Made } from '../../shared/http.ts'
import type { CircleId, PersonId } from '../../shared/types.ts'
import { answerNo } from '../http/answers.ts'
import { newCircle, newCommand, newCommunity, newLink, newPerson } from '../ids.ts'
import { type Called, ownPlace, readNames } from '../people/called.ts'
import { fragment } from '../people/links.ts'
import { refuse } from '../refuse.ts'
import type { Grade, Link } from '../store/store.ts'
import { cleanText, nameLimit, titleLimit, whyNot } from '../text.ts'
import { deviceOrNew, ownOf } from './asking.ts'
import { callMeeting } from './meetings.ts'
import type { RouteParts } from './parts.ts'
import { Line, strict } from './refs.ts'
import type { Routes } from './typed.ts'
import { type WrongText, wrongText } from './wrong.ts'

export const MakeBody = Type.Object(
  { decide: Line, name: Line, circle: Line, people: Type.Array(Line, { maxItems: 200 }), selfAdd: Type.Boolean() },
  strict,
)
export const Empty = Type.Object({}, strict)
const CircleParams = Type.Object({ id: Type.String() })

const grades: readonly Grade[] = ['join', 'screen']
const places: Readonly<Record<Grade, string>> = { join: '/j', screen: '/room' }

/** Making a circle, and the links that lead to it. */
export async function circleRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const { people } = parts.store

  app.post('/api/circles', { schema: { body: MakeBody } }, async (request, reply) => {
    if (!parts.create) return answerNo(reply, refuse('forbidden', { reason: 'create_off' }))
    const wanted = readWanted(request.body)
    if ('path' in wanted) return answerNo(reply, wrongText(wanted))
    const wait = await parts.limits.makeCircle(parts.peerOf(request.raw).address)
    if (wait !== null) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))

    const circle = newCircle()
    const community = newCommunity()
    const members: PersonId[] = []
    for (const called of wanted.people) {
      const { id } = await people.addPerson({ id: newPerson(), community, ...called })
      members.push(id)
    }
    const person = members[wanted.own] ?? ''
    const { name, decide } = wanted
    const { selfAdd } = request.body
    const command = { type: 'circle.create', circle, community, name, aim: '', members, selfAdd }
    const made = await parts.host.run({
      stream: circle,
      begins: { kind: 'circle', community },
      by: person,
      id: newCommand(),
      command,
    })
    if (!made.ok) return answerNo(reply, made)

    const called = await callMeeting(parts, { circle, community }, person, [{ title: decide }])
    if ('ok' in called) return answerNo(reply, called)
    for (const grade of grades) await people.addLink({ id: newLink(), community, circle, grade, generation: 1 })
    const device = await deviceOrNew(parts, request, reply)
    await people.grant(device.id, { circle, community, grade: 'join' })
    await people.bind(device.id, person)
    const { join } = await linksOf(circle, parts.peerOf(request.raw).host)
    return { circle, meeting: called.meeting, person, link: join } satisfies Made
  })

  app.get('/api/circles/:id/link', { schema: { params: CircleParams } }, async (request, reply) => {
    const { id } = request.params
    const device = await parts.devices.deviceOf(request.headers.cookie)
    const own = await ownOf(parts, request, id)
    const isLetIn = device?.grants.some(({ circle }) => circle === id) ?? false
    if (!own && !isLetIn) return answerNo(reply, refuse('not_found'))
    const { join, screen } = await linksOf(id, parts.peerOf(request.raw).host)
    // A room screen shows the way in to everyone; only someone of the circle sets up another screen.
    return (own ? { join, screen } : { join }) satisfies Links
  })

  app.post(
    '/api/circles/:id/link/rotate',
    { schema: { params: CircleParams, body: Empty } },
    async (request, reply) => {
      const { id } = request.params
      if ((await ownOf(parts, request, id)) === null) return answerNo(reply, refuse('not_found'))
      for (const link of await people.links(id)) await people.rotate(link.id)
      return (await linksOf(id, parts.peerOf(request.raw).host)) satisfies Links
    },
  )

  async function linksOf(circle: CircleId, host: string): Promise<Record<Grade, string>> {
    const links = await people.links(circle)
    const base = parts.linkBase(host)
    const address = (grade: Grade) => {
      const link = links.find((one: Link) => one.grade === grade)
      return link === undefined ? base : `${base}${places[grade]}#${fragment(parts.secret, link)}`
    }
    return { join: address('join'), screen: address('screen') }
  }
}

interface Wanted {
  readonly decide: string
  readonly name: string
  readonly people: readonly Called[]
  /** Which of them is asking. */
  readonly own: number
}

/** Whoever makes the circle belongs to it, listed or not. */
function readWanted(body: Static<typeof MakeBody>): Wanted | WrongText {
  const decide = cleanText(body.decide, titleLimit)
  const own = cleanText(body.name, nameLimit)
  const name = cleanText(body.circle, nameLimit)
  const texts = { decide, name: own, circle: name }
  for (const field of ['decide', 'name', 'circle'] as const) {
    if (texts[field] === null) return { code: whyNot(body[field]), path: `/${field}` }
    if (texts[field] === '') return { code: 'invalid', path: `/${field}`, reason: 'blank' }
  }
  const listed = readNames(body.people)
  if (typeof listed === 'string') return { code: whyNot(listed), path: '/people' }
  const place = ownPlace(listed, own ?? '')
  const people = place < 0 ? [{ name: own ?? '', hint: null }, ...listed] : listed
  return { decide: decide ?? '', name: name ?? '', people, own: Math.max(0, place) }
}
