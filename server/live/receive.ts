import { PROTOCOL } from '../../shared/protocol.ts'
import type { Millis, PersonId } from '../../shared/types.ts'
import type { Gate } from '../gate.ts'
import type { Fold } from '../host/folds.ts'
import type { Typed } from '../host/streams.ts'
import type { Host } from '../host.ts'
import type { Limits } from '../limits.ts'
import type { Log } from '../log.ts'
import { refuse } from '../refuse.ts'
import type { CommunityId, Device, Store } from '../store/store.ts'
import { beginning } from './begin.ts'
import type { Follower, Followers } from './followers.ts'
import { namesOf } from './names.ts'
import type { Roles } from './presence.ts'
import type { Ack, Answer } from './wire.ts'

export interface ReceiveParts {
  readonly host: Host
  readonly store: Store
  readonly gate: Gate
  readonly limits: Limits
  readonly followers: Followers
  readonly log: Log
  readonly now: () => Millis
  readonly rolesOf: (stream: string, state: unknown) => Roles | null
  /** Somebody whom this command brings into its stream. */
  readonly newcomerIn: (command: Typed) => PersonId | null
  /** Somebody began to follow: they want to know who is here. */
  readonly greet: (follower: Follower, fold: Fold) => void
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
  if (age !== 'same') return ack(refuse(age === 'old' ? 'too_old' : 'unavailable'))
  const asked = parts.gate.start(raw)
  if (!asked.ok) return ack(refuse(asked.code, { path: asked.path }))
  const { stream, as, after } = asked.value
  const wait = parts.limits.start(follower.device)
  if (wait !== null) return ack(refuse('rate_limited', { retryAfterMs: wait }))
  const device = await parts.store.people.device(follower.device)
  if (!device) return ack(refuse('unauthenticated'))
  if (as !== null && !device.people.includes(as)) return ack(refuse('forbidden', { reason: 'not_yours' }))
  const known = await parts.host.look(stream)
  const community = known?.community ?? null
  if (community === null || !(await mayFollow(parts, device, community, as))) return ack(refuse('not_found'))
  // Joined first and read afterwards: nothing falls between, and what comes twice is dropped by its number.
  parts.followers.follow(follower, { stream, community, as })
  follower.line.emit('people', namesOf(await parts.store.people.persons(community)))
  const fold = await parts.host.look(stream)
  if (!fold) return ack(refuse('not_found'))
  ack(begun(parts, fold, as, after))
  parts.greet(follower, fold)
}

function begun({ log, now }: ReceiveParts, fold: Fold, as: PersonId | null, after: number | null): Answer {
  const what = beginning(fold, as, after)
  if (what !== null) return { ok: true, seq: fold.seq, now: now(), ...what }
  const no = refuse('conflict', { reason: 'server_behind' })
  log.error({ ref: no.ref, stream: fold.stream, head: fold.seq, after }, 'A CLIENT HAS SEEN MORE THAN THIS SERVER OWNS')
  return no
}

async function command(parts: ReceiveParts, follower: Follower, raw: unknown): Promise<Answer> {
  const busy = parts.limits.ask(follower.device)
  if (busy !== null) return refuse('rate_limited', { retryAfterMs: busy })
  const sent = parts.gate.send(raw)
  if (!sent.ok) return refuse(sent.code, { path: sent.path })
  const { stream, as, id, command: what } = sent.value
  // Asked again for every command: whoever lost a right has lost it now.
  const device = await parts.store.people.device(follower.device)
  if (!device) return refuse('unauthenticated')
  if (!device.people.includes(as)) return refuse('forbidden', { reason: 'not_yours' })
  if (!parts.followers.isFollowing(follower, stream, as)) return refuse('not_found')
  const fold = await parts.host.look(stream)
  if (!fold) return refuse('not_found')
  const roles = parts.rolesOf(stream, fold.state)
  const wait = parts.limits.command(as, stream, roles?.facilitator === as)
  if (wait !== null) return refuse('rate_limited', { retryAfterMs: wait })
  const newcomer = parts.newcomerIn(what)
  if (newcomer !== null && (await parts.store.people.person(newcomer))?.community !== fold.community)
    return refuse('not_found', { reason: 'unknown_person' })
  return parts.host.run({ stream, by: as, id, command: what })
}

/** A screen follows what its device was let into; a person what their own community does. */
async function mayFollow(
  { store }: ReceiveParts,
  device: Device,
  community: CommunityId,
  as: PersonId | null,
): Promise<boolean> {
  if (!device.communities.includes(community)) return false
  return as === null || (await store.people.person(as))?.community === community
}

/** Looked at before the schema: a client of another age may ask in another shape. */
function ageOf(raw: unknown): 'old' | 'same' | 'new' {
  const protocol = typeof raw === 'object' && raw !== null && 'protocol' in raw ? raw.protocol : null
  if (typeof protocol !== 'number' || !Number.isSafeInteger(protocol) || protocol === PROTOCOL) return 'same'
  return protocol < PROTOCOL ? 'old' : 'new'
}
