import { PROTOCOL } from '../../shared/protocol.ts'
import type { Roles } from '../../shared/streams.ts'
import type { Millis, PersonId } from '../../shared/types.ts'
import type { Gate } from '../gate.ts'
import type { Fold } from '../host/folds.ts'
import type { Host } from '../host.ts'
import type { Lane, Limits } from '../limits.ts'
import type { Log } from '../log.ts'
import { isLetIn, mayFollow } from '../people/rights.ts'
import { refuse } from '../refuse.ts'
import type { Rules } from '../rules.ts'
import type { Person, Store } from '../store/store.ts'
import { beginning } from './begin.ts'
import type { Encodings } from './encoded.ts'
import type { Follower, Followers } from './followers.ts'
import { among, type Names } from './names.ts'
import type { Ack, Answer } from './wire.ts'

/** A client of tomorrow waits so long for this server to be of tomorrow too. */
const newerAgain: Millis = 10_000

export interface ReceiveParts {
  readonly host: Host
  readonly store: Store
  readonly gate: Gate
  readonly limits: Limits
  readonly followers: Followers
  readonly names: Names
  readonly encodings: Encodings
  readonly log: Log
  readonly now: () => Millis
  readonly rules: Pick<Rules, 'rolesOf' | 'circleOf' | 'newcomerIn'>
  readonly tellNames: (follower: Follower, persons: readonly Person[]) => void
  /** Somebody began to follow: they want to know who is here. */
  readonly greet: (follower: Follower, fold: Fold) => Promise<void>
}

export type Handler = (follower: Follower, raw: unknown, ack: Ack) => Promise<void>

/** What a client may ask. Each handler answers exactly once; what it throws is answered `internal` by the wrapper. */
export function createHandlers(parts: ReceiveParts): Readonly<Record<'start' | 'command', Handler>> {
  return {
    start: (follower, raw, ack) => start(parts, follower, raw, ack),
    command: async (follower, raw, ack) => ack(await command(parts, follower, raw)),
  }
}

async function start(parts: ReceiveParts, follower: Follower, raw: unknown, ack: Ack): Promise<void> {
  const age = ageOf(raw)
  if (age === 'old') return ack(refuse('too_old'))
  if (age === 'new') return ack(refuse('too_new', { retryAfterMs: newerAgain }))
  const asked = parts.gate.start(raw)
  if (!asked.ok) return ack(refuse(asked.code, { path: asked.path }))
  const { stream, as, after, plain = false } = asked.value
  const wait = await parts.limits.start(follower)
  if (wait !== null) return ack(refuse('rate_limited', { retryAfterMs: wait }))
  const device = await parts.store.people.device(follower.device)
  if (!device) return ack(refuse('unauthenticated'))
  if (as !== null && !device.people.includes(as)) return ack(refuse('forbidden', { reason: 'not_yours' }))
  const known = await parts.host.look(stream)
  if (!known || !(await mayFollow(parts, device, known, as))) return ack(refuse('not_found'))
  const people = await parts.names.of(known.about.community)
  // Joined first and read afterwards: nothing falls between, and what comes twice is dropped by its number.
  parts.followers.follow(follower, { stream, about: known.about, as })
  const fold = (await parts.host.look(stream)) ?? known
  const begun = beginning(parts.encodings, fold, as, { after, plain })
  if (begun !== null) parts.tellNames(follower, among(begun.words, people))
  ack(begun === null ? ahead(parts.log, fold, after) : { ok: true, seq: fold.seq, now: parts.now(), ...begun.what })
  await parts.greet(follower, fold)
}

function ahead(log: Log, { stream, seq }: Fold, after: number | null): Answer {
  const no = refuse('conflict', { reason: 'server_behind' })
  log.error({ ref: no.ref, stream, head: seq, after }, 'A CLIENT HAS SEEN MORE THAN THIS SERVER OWNS')
  return no
}

async function command(parts: ReceiveParts, follower: Follower, raw: unknown): Promise<Answer> {
  const { gate, limits, host, rules } = parts
  const busy = await limits.ask(follower)
  if (busy !== null) return refuse('rate_limited', { retryAfterMs: busy })
  const sent = gate.envelope(raw)
  if (!sent.ok) return refuse(sent.code, { path: sent.path })
  const { stream, as, id } = sent.value
  // Kept in mind until it changes: whoever lost a right has lost it now.
  const device = await parts.store.people.device(follower.device)
  if (!device) return refuse('unauthenticated')
  if (!device.people.includes(as)) return refuse('forbidden', { reason: 'not_yours' })
  const about = parts.followers.following(follower, stream, as)
  if (!about) return refuse('not_found')
  const shaped = gate.command(about.kind, sent.value.command)
  if (!shaped.ok) return refuse(shaped.code, { path: shaped.path })
  const what = shaped.value
  // A right that came from belonging to it ends with that.
  const fold = host.known(stream) ?? (await host.look(stream))
  if (!fold || !isLetIn(parts, device, fold, as)) return refuse('not_found')
  const wait = await limits.command(as, stream, laneOf(rules.rolesOf(about.kind, fold.state), as))
  if (wait !== null) return refuse('rate_limited', { retryAfterMs: wait })
  const newcomer = rules.newcomerIn(what)
  if (newcomer !== null && (await parts.store.people.person(newcomer))?.community !== about.community)
    return refuse('not_found', { reason: 'unknown_person' })
  return host.run({ stream, by: as, id, command: what })
}

function laneOf(roles: Roles | null, person: PersonId): Lane {
  if (roles?.facilitator === person) return 'facilitator'
  return roles?.people.includes(person) ? 'seated' : 'outside'
}

/** Looked at before the schema: a client of another age may ask in another shape. */
function ageOf(raw: unknown): 'old' | 'same' | 'new' {
  const protocol = typeof raw === 'object' && raw !== null && 'protocol' in raw ? raw.protocol : null
  if (typeof protocol !== 'number' || !Number.isSafeInteger(protocol) || protocol === PROTOCOL) return 'same'
  return protocol < PROTOCOL ? 'old' : 'new'
}
