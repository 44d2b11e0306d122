import Type from 'typebox'
import type { Added, Named } from '../../shared/http.ts'
import { CircleRef, PersonRef } from '../../shared/parts/schema.ts'
import { answerNo } from '../http/answers.ts'
import { newPerson } from '../ids.ts'
import { joins } from '../people/rights.ts'
import { type Circle, readCircle, roster } from '../reading/circles.ts'
import { refuse } from '../refuse.ts'
import { cleanText, nameLimit, sameName, whyNot } from '../text.ts'
import { belongsTo, ownIn, shown } from './asking.ts'
import type { RouteParts } from './parts.ts'
import { Line, orNull, strict } from './refs.ts'
import type { Routes } from './typed.ts'
import { type WrongText, wrongText } from './wrong.ts'

export const AddBody = Type.Object(
  {
    circle: CircleRef,
    as: orNull(PersonRef),
    name: Line,
    hint: Type.Optional(orNull(Line)),
    claim: Type.Optional(Type.Boolean()),
  },
  strict,
)
export const RenameBody = Type.Object(
  { circle: CircleRef, as: PersonRef, person: PersonRef, name: Line, hint: Type.Optional(orNull(Line)) },
  strict,
)

/** Names, which live outside the log: a person has an id and a name before any command mentions them. */
export async function peopleRoutes(app: Routes, parts: RouteParts): Promise<void> {
  const { people } = parts.store

  app.post('/api/people', { schema: { body: AddBody } }, async (request, reply) => {
    const { circle, as, claim } = request.body
    const device = await parts.devices.deviceOf(request.headers.cookie)
    if (device === null) return answerNo(reply, refuse('unauthenticated'))
    const there = await readCircle(parts.host, circle)
    if (there === null || !joins(device, { circle, community: there.community }))
      return answerNo(reply, refuse('not_found'))
    const { community } = there
    if (as !== null && !(await isOwn(request, circle, as))) return answerNo(reply, refuse('forbidden'))
    const called = readCalled(request.body)
    if ('path' in called) return answerNo(reply, wrongText(called))
    const wait = await parts.limits.addName(device.id, circle)
    if (wait !== null) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const twins = await twinsOf(there, called.name)
    const person = await people.addPerson({ id: newPerson(), community, ...called })
    if (claim === true) await people.bind(device.id, person.id)
    parts.names.heard([person])
    return { ...shown(person), twins } satisfies Added
  })

  app.post('/api/people/rename', { schema: { body: RenameBody } }, async (request, reply) => {
    const { circle, as, person } = request.body
    const known = await people.person(person)
    const own = await ownIn(parts, request, { stream: circle, kind: 'circle' })
    if (!own || known?.name == null || known.community !== own.fold.about.community)
      return answerNo(reply, refuse('not_found'))
    if (!own.people.some(({ id }) => id === as)) return answerNo(reply, refuse('forbidden'))
    // Everyone may say what they are called themselves, and of others only those of this circle, and of it.
    const belong = (await belongsTo(parts, circle, as)) && (await belongsTo(parts, circle, person))
    if (person !== as && !belong) return answerNo(reply, refuse('not_found'))
    const called = readCalled(request.body)
    if ('path' in called) return answerNo(reply, wrongText(called))
    const wait = await parts.limits.rename(as)
    if (wait !== null) return answerNo(reply, refuse('rate_limited', { retryAfterMs: wait }))
    const renamed = await people.rename(person, called.name, called.hint)
    if (renamed === null) return answerNo(reply, refuse('not_found'))
    parts.names.heard([renamed])
    return shown(renamed)
  })

  async function isOwn(request: Parameters<typeof ownIn>[1], circle: string, as: string): Promise<boolean> {
    const own = await ownIn(parts, request, { stream: circle, kind: 'circle' })
    return own?.people.some(({ id }) => id === as) ?? false
  }

  /** Those of this circle who are called the same: whoever is somebody of another one is not offered here. */
  async function twinsOf(circle: Circle, name: string): Promise<Named[]> {
    const offered = await roster(parts.host, circle)
    const everyone = await people.persons(circle.community)
    return everyone.filter(({ id, name: of }) => of !== null && sameName(of, name) && offered.includes(id)).map(shown)
  }
}

function readCalled(body: { name: string; hint?: string | null }): { name: string; hint: string | null } | WrongText {
  const name = cleanText(body.name, nameLimit)
  const hint = cleanText(body.hint ?? '', nameLimit)
  if (name === null) return { code: whyNot(body.name), path: '/name' }
  if (name === '') return { code: 'invalid', path: '/name', reason: 'blank' }
  if (hint === null) return { code: whyNot(body.hint ?? ''), path: '/hint' }
  return { name, hint: hint === '' ? null : hint }
}
