import Type, { type Static } from 'typebox'
import type { PersonId } from '../../shared/types.ts'
import { answerNo } from '../answers.ts'
import { communityOf } from '../circles.ts'
import { newId } from '../ids.ts'
import { fragment } from '../links.ts'
import { type Called, ownPlace, readNames } from '../names.ts'
import { refuse } from '../refuse.ts'
import type { CommunityId, Grade, Link } from '../store/store.ts'
import { cleanText, nameLimit, titleLimit } from '../text.ts'
import { addressKey } from '../tries.ts'
import { deviceOrNew, ownPeople } from './asking.ts'
import { callMeeting } from './meetings.ts'
import type { RouteParts } from './parts.ts'
import { Line, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const MakeBody = Type.Object(
  { decide: Line, name: Line, circle: Line, people: Type.Array(Line, { maxItems: 200 }), selfAdd: Type.Boolean() },
  strict,
)
const Empty = Type.Object({}, strict)
const CircleParams = Type.Object({ id: Type.String() })

const grades: readonly Grade[] = ['join', 'screen']
const places: Readonly<Record<Grade, string>> = { join: '/j', screen: '/room' }

/** Making a circle, and the links that lead to it. */
export async function circleRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const { people } = parts.store

  app.post('/api/circles', { schema: { body: MakeBody } }, async (request, reply) => {
    if (!parts.create) return answerNo(reply, refuse('forbidden', { reason: 'create_off' }))
    const wanted = readWanted(request.body)
    if ('path' in wanted) return answerNo(reply, refuse('invalid', wanted))
    const wait = parts.limits.making.take(addressKey(parts.peerOf(request.raw).address))
    if (wait > 0) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))

    const circle = newId('c')
    const community = communityOf(circle)
    const members: PersonId[] = []
    for (const called of wanted.people) {
      const { id } = await people.addPerson({ id: newId('p'), community, ...called })
      members.push(id)
    }
    const person = members[wanted.own] ?? ''
    const { name, decide } = wanted
    const { selfAdd } = request.body
    const command = { type: 'circle.create', circle, name, aim: '', members, selfAdd }
    const made = await parts.host.run({ stream: circle, community, by: person, id: newId('x'), command })
    if (!made.ok) return answerNo(reply, made)

    const called = await callMeeting(parts, circle, person, [decide])
    if ('ok' in called) return answerNo(reply, called)
    for (const grade of grades) await people.addLink({ id: newId('l'), community, grade, generation: 1 })
    const device = await deviceOrNew(parts, request, reply)
    await people.bind(device.id, person)
    const { join } = await linksOf(community, parts.peerOf(request.raw).host)
    return { circle, meeting: called.meeting, person, link: join }
  })

  app.get('/api/circles/:id/link', { schema: { params: CircleParams } }, async (request, reply) => {
    const { id } = request.params
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (!device?.communities.includes(communityOf(id))) return answerNo(reply, refuse('not_found'))
    const { join, screen } = await linksOf(communityOf(id), parts.peerOf(request.raw).host)
    // A room screen shows the way in to everyone; only someone of the circle sets up another screen.
    return (await ownPeople(parts, request, id)).length > 0 ? { join, screen } : { join }
  })

  app.post(
    '/api/circles/:id/link/rotate',
    { schema: { params: CircleParams, body: Empty } },
    async (request, reply) => {
      const { id } = request.params
      if ((await ownPeople(parts, request, id)).length === 0) return answerNo(reply, refuse('not_found'))
      for (const link of await people.links(communityOf(id))) await people.rotate(link.id)
      return linksOf(communityOf(id), parts.peerOf(request.raw).host)
    },
  )

  async function linksOf(community: CommunityId, host: string): Promise<Record<Grade, string>> {
    const links = await people.links(community)
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

type Wrong = { readonly path: string; readonly reason: string }

/** Whoever makes the circle belongs to it, listed or not. */
function readWanted(body: Static<typeof MakeBody>): Wanted | Wrong {
  const decide = cleanText(body.decide, titleLimit)
  const own = cleanText(body.name, nameLimit)
  const name = cleanText(body.circle, nameLimit)
  for (const [path, text] of Object.entries({ decide, name: own, circle: name })) {
    if (text === null) return { path: `/${path}`, reason: 'invalid' }
    if (text === '') return { path: `/${path}`, reason: 'blank' }
  }
  const listed = readNames(body.people)
  if (listed === null) return { path: '/people', reason: 'invalid' }
  const place = ownPlace(listed, own ?? '')
  const people = place < 0 ? [{ name: own ?? '', hint: null }, ...listed] : listed
  return { decide: decide ?? '', name: name ?? '', people, own: Math.max(0, place) }
}
