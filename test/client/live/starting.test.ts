import { describe, expect, test } from 'vitest'
import { keyOf } from '../../../client/live/state.ts'
import type { MeetingState } from '../../../shared/meeting/types.ts'
import { PROTOCOL } from '../../../shared/protocol.ts'
import type { FakeServer } from './fake-server.ts'
import { attendance, comingLater, here, ines, replicaOf, scene } from './scene.ts'

/** Something that the facilitator may undo. */
function marksPia(server: FakeServer, attendance = 'out') {
  const mark = { type: 'seat.mark', person: 'p_pia', attendance, confirmed: false }
  server.run('p_lior', `marks-pia-${attendance}`, mark as never)
}

function undoes(server: FakeServer) {
  server.run('p_lior', 'undoes', { type: 'undo', seq: server.state?.back?.seq ?? 0 })
}

const moments = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('the state as it was, and the entries since', () => {
  test('what may be undone shows as done, and its undo can be folded', () => {
    const { server, follow } = scene()
    marksPia(server)
    const { live, wire } = follow()
    expect(wire.emitted.map(({ what }) => what)).toEqual([
      { protocol: PROTOCOL, stream: ines.stream, as: 'p_ines', after: null },
    ])
    expect(attendance(live, 'p_pia')).toBe('out')
    undoes(server)
    expect(attendance(live, 'p_pia')).toBe('expected')
    expect(replicaOf(live).seq).toBe(server.head)
  })
})

describe('an answer of an older line', () => {
  function anew() {
    const { time, server, load } = scene()
    const { live, wire } = load()
    live.follow(ines)
    const [old] = server.waiting.splice(0)
    wire.cut()
    time.pass(1_000)
    expect(server.waiting).toHaveLength(1)
    return { server, live, old: old! }
  }

  test('starts nothing: what counts is the answer to what was asked anew', () => {
    const { server, live, old } = anew()
    const whole = server.whole(false)
    old.answer({ ok: true, seq: server.head, now: 1_000_000, ...whole })
    expect(live.getState().connection.state).toBe('connecting')
    expect(replicaOf(live).seq).toBeNull()
    server.arrive()
    expect(live.getState().connection.state).toBe('live')
    expect(attendance(live, 'p_ines')).toBe('expected')
  })

  test('refuses nothing either', () => {
    const { server, live, old } = anew()
    old.answer({ ok: false, code: 'forbidden', reason: 'forbidden', with: {}, retryable: false, ref: 'r' })
    expect(live.getState().follows[keyOf(ines)]?.refused).toBeNull()
    server.arrive()
    expect(attendance(live, 'p_ines')).toBe('expected')
  })
})

describe('rules that come after the page', () => {
  test('before them the state shows as it stands, and what happened meanwhile is fetched with them', async () => {
    const { server, live, wire, bring } = comingLater()
    marksPia(server)
    server.arrive()
    expect(wire.emitted.at(-1)?.what).toMatchObject({ after: null, plain: true })
    expect(attendance(live, 'p_pia')).toBe('out')
    server.run('p_noor', 'noor-is-here', here as never)
    expect(attendance(live, 'p_noor')).toBe('expected')
    await bring()
    server.arrive()
    expect(wire.emitted.at(-1)?.what).toMatchObject({ after: null })
    expect(wire.emitted.at(-1)?.what).not.toHaveProperty('plain')
    expect(attendance(live, 'p_noor')).toBe('present')
  })

  test('with them an undo can be folded', async () => {
    const { server, live, bring } = comingLater()
    marksPia(server)
    server.arrive()
    await bring()
    server.arrive()
    undoes(server)
    expect(attendance(live, 'p_pia')).toBe('expected')
  })

  test('they come while the state is on its way: it is asked for once more', async () => {
    const { server, live, wire, bring } = comingLater()
    marksPia(server)
    await bring()
    server.arrive()
    expect(wire.emitted.map(({ what }) => what.plain ?? false)).toEqual([true, false])
    undoes(server)
    expect(attendance(live, 'p_pia')).toBe('expected')
  })

  test('the line goes before they come: what came plain is not folded on afterwards', async () => {
    const { time, server, live, wire, bring } = comingLater()
    marksPia(server)
    server.arrive()
    wire.network = false
    wire.cut()
    await bring()
    wire.network = true
    time.pass(1_000)
    expect(wire.emitted.at(-1)?.what).toMatchObject({ after: null })
    server.arrive()
    undoes(server)
    expect(attendance(live, 'p_pia')).toBe('expected')
  })

  test('as long as the state to fold on has not come, nothing is folded on what came plain', async () => {
    const { time, server, live, wire, bring } = comingLater()
    marksPia(server)
    server.arrive()
    await bring()
    const busy = { ok: false, code: 'rate_limited', reason: 'rate_limited', with: {}, retryable: true, ref: 'r' }
    server.waiting.shift()?.answer(busy)
    undoes(server)
    expect(attendance(live, 'p_pia')).toBe('out')
    expect(replicaOf(live).seq).toBe(server.head - 1)
    time.pass(2_000)
    wire.ping()
    server.arrive()
    expect(attendance(live, 'p_pia')).toBe('expected')
  })

  test('a tap before them is sent, and settles', async () => {
    const { server, live, bring } = comingLater()
    server.arrive()
    const answer = live.send(ines, here)
    server.arrive()
    await expect(answer).resolves.toMatchObject({ ok: true })
    await bring()
    server.arrive()
    expect(attendance(live, 'p_ines')).toBe('present')
    expect(replicaOf(live).taps).toEqual([])
  })
})

describe('patience', () => {
  test('as long as anything is heard, the state is waited for', () => {
    const { time, load } = scene()
    const { live, wire } = load()
    live.follow(ines)
    for (let i = 0; i < 5; i++) {
      time.pass(4_000)
      wire.ping()
    }
    expect(wire.attempts).toHaveLength(1)
    time.pass(5_500)
    expect(wire.attempts).toHaveLength(2)
  })

  test('an answer that never comes is not waited for without end', () => {
    const { time, load } = scene()
    const { live, wire } = load()
    live.follow(ines)
    for (let i = 0; i < 20; i++) {
      time.pass(4_000)
      wire.ping()
    }
    expect(wire.attempts.length).toBeGreaterThan(1)
  })

  test('a server that is older than the page is waited for, without reloading and without giving up', () => {
    const { time, server, load } = scene()
    const { live, wire } = load()
    live.follow(ines)
    const no = {
      ok: false,
      code: 'too_new',
      reason: 'too_new',
      with: {},
      retryable: true,
      ref: 'r',
      retryAfterMs: 9_000,
    }
    for (let i = 1; i < 6; i++) {
      expect(wire.emitted).toHaveLength(i)
      server.waiting.shift()?.answer(no)
      time.pass(8_000)
      wire.ping()
      expect(wire.emitted).toHaveLength(i)
      time.pass(3_000)
      wire.ping()
    }
    expect(live.getState().bye).toBe('too_new')
    expect(live.getState().follows[keyOf(ines)]?.refused).toBeNull()
    server.arrive()
    expect(attendance(live, 'p_ines')).toBe('expected')
    expect(live.getState().bye).toBeNull()
  })

  test('told so in the middle of it, the page comes back by itself', () => {
    const { time, server, follow } = scene()
    const { live, wire } = follow()
    wire.tell('bye', 'too_new')
    wire.cut('io server disconnect')
    time.pass(1_000)
    server.arrive()
    expect(live.getState().connection.state).toBe('live')
  })
})

describe('a state too large for the line', () => {
  function large(plain = false) {
    const base = plain ? comingLater() : scene()
    const { server } = base
    server.large = true
    marksPia(server)
    const { live, wire } = 'live' in base ? base : base.load()
    if (!plain) live.follow(ines)
    server.arrive()
    const read = () => ({ protocol: PROTOCOL, seq: server.head, now: 1_000_000, ...server.whole(plain), people: {} })
    return { ...base, live, wire, read }
  }

  test('is fetched, and what happens meanwhile is asked for afterwards', async () => {
    const { server, live, wire, read } = large()
    const [reading] = wire.reads
    expect(reading?.path).toBe('/api/streams/m_one/state?as=p_ines&fold=1')
    const before = read()
    server.run('p_noor', 'noor-is-here', here as never)
    reading?.end({ ok: true, ...before, people: { p_pia: { name: 'Pia', hint: null } } })
    await moments()
    expect(attendance(live, 'p_pia')).toBe('out')
    expect(wire.emitted.at(-1)?.what).toMatchObject({ after: before.seq })
    server.arrive()
    expect(attendance(live, 'p_noor')).toBe('present')
    expect(live.getState().names.p_pia?.name).toBe('Pia')
    expect(wire.reads).toHaveLength(1)
  })

  test('an undo of what is in it can be folded', async () => {
    const { server, live, wire, read } = large()
    wire.reads[0]?.end({ ok: true, ...read() })
    await moments()
    server.arrive()
    undoes(server)
    expect((replicaOf(live).visible as MeetingState)?.back).toBeNull()
    expect(attendance(live, 'p_pia')).toBe('expected')
  })

  test('without rules it is fetched as it stands', async () => {
    const { live, wire, read } = large(true)
    expect(wire.reads[0]?.path).toBe('/api/streams/m_one/state?as=p_ines')
    wire.reads[0]?.end({ ok: true, ...read() })
    await moments()
    expect(attendance(live, 'p_pia')).toBe('out')
    expect(wire.emitted).toHaveLength(1)
  })

  test('it is waited for as long as pieces of it come, and asked for again when none does', async () => {
    const { time, wire } = large()
    const [reading] = wire.reads
    for (let i = 0; i < 10; i++) {
      time.pass(4_000)
      wire.ping()
      reading?.some()
    }
    expect(reading?.signal.aborted).toBe(false)
    time.pass(5_500)
    wire.ping()
    expect(reading?.signal.aborted).toBe(true)
    await moments()
    expect(wire.attempts).toHaveLength(1)
    time.pass(3_500)
    expect(wire.emitted).toHaveLength(2)
  })

  test('the line goes while it comes: it is begun anew', async () => {
    const { time, server, live, wire, read } = large()
    const [reading] = wire.reads
    wire.cut()
    expect(reading?.signal.aborted).toBe(true)
    time.pass(1_000)
    server.arrive()
    expect(wire.reads).toHaveLength(2)
    wire.reads[1]?.end({ ok: true, ...read() })
    await moments()
    server.arrive()
    expect(attendance(live, 'p_pia')).toBe('out')
  })
})
