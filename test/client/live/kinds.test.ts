import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnyRules, opaqueRules, type Rulebook } from '../../../client/live/board.ts'
import { noRules } from '../../../client/live/copies/rules.ts'
import type { MeetingEvent } from '../../../shared/meeting/events.ts'
import { meetingStream } from '../../../shared/meeting/stream.ts'
import type { MeetingState } from '../../../shared/meeting/types.ts'
import { PROTOCOL } from '../../../shared/protocol.ts'
import type { Entry } from '../../../shared/types.ts'
import { beginnings, meetings, tell } from '../../laws/told.ts'
import { kinds } from '../../support/processes/index.ts'
import { replicaOf, scene, viewOf } from './scene.ts'

const wall = { ...viewOf('p_nobody'), as: null }

function kindsIn(state: MeetingState, entries: readonly Entry<MeetingEvent>[]): readonly string[] {
  const held = [state, state?.back?.from].flatMap((now) => now?.items.flatMap(({ runs }) => runs) ?? [])
  const begun = entries.flatMap(({ events }) => events.filter((e) => e.type === 'process.begun'))
  return [...held, ...begun].map(({ kind }) => kind)
}

/** A page that has no rules of any process yet. Folding what it has no rules for is a fault of the page. */
function learning() {
  const known = new Set<string>()
  const wanted = new Map<string, (() => void)[]>()
  const lacks = (state: MeetingState, entries: readonly Entry<MeetingEvent>[]) =>
    [...new Set(kindsIn(state, entries))].filter((kind) => !known.has(kind))
  const rules: AnyRules = opaqueRules({
    ...meetingStream,
    evolve(state: MeetingState, entry: Entry<MeetingEvent>) {
      if (lacks(state, [entry]).length > 0) throw new Error('folded without rules')
      return meetingStream.evolve(state, entry)
    },
  })
  function coming(kind: string): Promise<void> {
    if (known.has(kind)) return Promise.resolve()
    return new Promise((come) => wanted.set(kind, [...(wanted.get(kind) ?? []), come]))
  }
  const rulebook: Rulebook = {
    rulesOf: () => rules,
    lacking: (_, state, entries) => lacks(state as MeetingState, entries as readonly Entry<MeetingEvent>[]),
    bring: (some) => Promise.all(some.map(coming)).then(() => undefined),
  }
  return {
    rulebook,
    wanted,
    comes(kind: string) {
      known.add(kind)
      for (const come of wanted.get(kind) ?? []) come()
      wanted.delete(kind)
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A meeting led by chance up to here, and a page on which everyone's copy is followed from the start. */
function followed(log: readonly Entry<MeetingEvent>[], before: number) {
  const { time, server, load } = scene()
  server.entries = []
  server.state = null
  for (const entry of log.slice(0, before)) server.happens(entry)
  const page = learning()
  const { live, wire } = load(page.rulebook)
  live.follow(wall)
  server.arrive()
  return { time, server, live, wire, ...page }
}

const whole = (server: { readonly state: MeetingState }) => meetingStream.seeState(server.state, { person: null })

describe('rules of a process that come when a meeting needs them', () => {
  test('until they come the state shows as it stands; then all that happened is folded', async () => {
    const { log } = tell({ members: 3, settings: {}, beginning: beginnings.at(-1) ?? '', steps: [] })
    const { server, live, wire, wanted, comes } = followed(log, 1)
    for (const entry of log.slice(1)) server.happens(entry)
    expect(replicaOf(live, wall).rules).toBe(noRules)
    expect(wire.emitted.at(-1)?.what).toMatchObject({ plain: true })
    server.arrive()
    expect(replicaOf(live, wall).visible).toEqual(meetingStream.still(whole(server)))
    await settled()
    const [kind = ''] = wanted.keys()
    expect(kinds).toContain(kind)
    comes(kind)
    await settled()
    server.arrive()
    expect(replicaOf(live, wall).rules).not.toBe(noRules)
    expect(wire.emitted.at(-1)?.what).not.toHaveProperty('plain')
    expect(replicaOf(live, wall).confirmed).toEqual(whole(server))
  })

  test('what was read while the line was made is guessed on by no rules that do not know it', async () => {
    const { log } = tell({ members: 3, settings: {}, beginning: beginnings.at(-1) ?? '', steps: [] })
    const { time, server, load } = scene()
    server.entries = []
    server.state = null
    for (const entry of log) server.happens(entry)
    const { rulebook, wanted, comes } = learning()
    const { live, wire } = load({ ...rulebook, rulesOf: async (kind) => rulebook.rulesOf(kind) })
    const bo = viewOf('bo')
    wire.network = false
    live.follow(bo)
    await settled()
    const read = { protocol: PROTOCOL, seq: server.head, now: 1_000_000, people: {}, ...server.whole(true) }
    wire.reads[0]?.end({ ok: true, ...read })
    await settled()
    expect(replicaOf(live, bo)).toMatchObject({ seq: server.head, rules: noRules })
    const run = (server.state as MeetingState)?.items.flatMap(({ runs }) => runs).at(-1)
    void live.send(bo, { type: 'turn.pass', process: run?.id, ask: run?.state.ask, turn: 1 } as never)
    expect(replicaOf(live, bo).visible).toEqual(meetingStream.still(whole(server)))
    for (const kind of wanted.keys()) comes(kind)
    await settled()
    expect(replicaOf(live, bo).rules).not.toBe(noRules)
    wire.network = true
    time.pass(60_000)
    server.arrive()
    expect(replicaOf(live, bo).confirmed).toEqual(whole(server))
  })

  test('whatever the order in which they come, the state is the same', async () => {
    const tally = { parked: 0, meetings: 0 }
    const plan = fc.constantFrom(...beginnings).chain((beginning) => meetings(40, beginning))
    const coming = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(30)), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        plan,
        fc.nat(20),
        coming,
        fc.array(fc.nat(30), { maxLength: 3 }),
        async (told, from, some, cuts) => {
          const { log } = tell(told)
          const { time, server, live, wire, wanted, comes } = followed(log, Math.min(from, log.length))
          for (const [at, entry] of log.slice(from).entries()) {
            server.happens(entry)
            if (cuts.includes(at)) wire.cut()
            for (const [kind, when] of some) if (when === at) comes(kind)
            await settled()
            if (!wire.connected) time.pass(1_000)
            server.arrive()
            if (replicaOf(live, wall).rules === noRules) tally.parked += 1
          }
          for (let rounds = 0; rounds < 10; rounds++) {
            for (const kind of wanted.keys()) comes(kind)
            await settled()
            if (!wire.connected) time.pass(1_000)
            server.arrive()
          }
          const replica = replicaOf(live, wall)
          expect(replica.rules).not.toBe(noRules)
          expect(replica.seq).toBe(server.head === 0 ? 0 : server.head)
          expect(replica.confirmed).toEqual(whole(server))
          tally.meetings += 1
        },
      ),
      { seed: 20_261_128, numRuns: 60 },
    )
    expect(tally.meetings).toBe(60)
    expect(tally.parked).toBeGreaterThan(100)
  })
})
