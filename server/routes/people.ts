import Type from 'typebox'
import { answerNo } from '../answers.ts'
import { communityOf } from '../circles.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refuse.ts'
import { cleanText, nameLimit, sameName } from '../text.ts'
import { ownPeople, shown } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { CircleRef, Line, orNull, PersonRef, strict } from './refs.ts'
import type { Routes } from './typed.ts'

const AddBody = Type.Object(
  {
    circle: CircleRef,
    as: orNull(PersonRef),
    name: Line,
    hint: Type.Optional(orNull(Line)),
    claim: Type.Optional(Type.Boolean()),
  },
  strict,
)
const RenameBody = Type.Object(
  { circle: CircleRef, as: PersonRef, person: PersonRef, name: Line, hint: Type.Optional(orNull(Line)) },
  strict,
)

/** Names, which live outside the log: a person has an id and a name before any command mentions them. */
export async function peopleRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const { people } = parts.store

  app.post('/api/people', { schema: { body: AddBody } }, async (request, reply) => {
    const { circle, as, claim } = request.body
    const community = communityOf(circle)
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (device === null) return answerNo(reply, refuse('unauthenticated'))
    if (!device.joins.includes(community)) return answerNo(reply, refuse('not_found'))
    if (as !== null && !(await isOwn(request, circle, as))) return answerNo(reply, refuse('forbidden'))
    const called = readCalled(request.body)
    if ('path' in called) return answerNo(reply, refuse('invalid', called))
    const wait = parts.limits.naming.take(device.id)
    if (wait > 0) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const twins = await twinsOf(community, called.name)
    const person = await people.addPerson({ id: newId('p'), community, ...called })
    if (claim === true) await people.bind(device.id, person.id)
    parts.named([person])
    return { ...shown(person), twins }
  })

  app.post('/api/people/rename', { schema: { body: RenameBody } }, async (request, reply) => {
    const { circle, as, person } = request.body
    const known = await people.person(person)
    const isHere = known !== null && known.name !== null && known.community === communityOf(circle)
    if (!isHere || (await ownPeople(parts, request, circle)).length === 0) return answerNo(reply, refuse('not_found'))
    if (!(await isOwn(request, circle, as))) return answerNo(reply, refuse('forbidden'))
    const called = readCalled(request.body)
    if ('path' in called) return answerNo(reply, refuse('invalid', called))
    const wait = parts.limits.naming.take(as)
    if (wait > 0) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const renamed = await people.rename(person, called.name, called.hint)
    if (renamed === null) return answerNo(reply, refuse('not_found'))
    parts.named([renamed])
    return shown(renamed)
  })

  async function isOwn(request: Parameters<typeof ownPeople>[1], circle: string, as: string): Promise<boolean> {
    return (await ownPeople(parts, request, circle)).some(({ id }) => id === as)
  }

  async function twinsOf(community: string, name: string): Promise<object[]> {
    const everyone = await people.persons(community)
    return everyone.filter((other) => other.name !== null && sameName(other.name, name)).map(shown)
  }
}

type Wrong = { readonly path: string; readonly reason: string }

function readCalled(body: { name: string; hint?: string | null }): { name: string; hint: string | null } | Wrong {
  const name = cleanText(body.name, nameLimit)
  const hint = cleanText(body.hint ?? '', nameLimit)
  if (name === null) return { path: '/name', reason: 'invalid' }
  if (name === '') return { path: '/name', reason: 'blank' }
  if (hint === null) return { path: '/hint', reason: 'invalid' }
  return { name, hint: hint === '' ? null : hint }
}
