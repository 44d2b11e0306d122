import { describe, expect, test } from 'vitest'
import { type AnyCommand, type No, PROTOCOL } from '../../../shared/protocol.ts'
import { firstGuess } from '../../../shared/replica.ts'
import { meeting } from './fake-server.ts'
import { attendance, here, ines, kinds, noor, replicaOf, scene, viewOf } from './scene.ts'

describe('a copy follows', () => {
  test('it begins with the state, and takes every entry', () => {
    const { server, follow } = scene()
    const { live } = follow()
    expect(live.getState().connection.state).toBe('live')
    expect(attendance(live, 'p_pia')).toBe('expected')
    server.run('p_pia', 'pia-is-here', here as never)
    expect(attendance(live, 'p_pia')).toBe('present')
  })

  test('a gap is asked for, from what is here on', () => {
    const { server, follow } = scene()
    const { live, wire } = follow()
    const before = server.head
    wire.connected = false
    server.run('p_pia', 'lost-on-the-way', here as never)
    wire.connected = true
    server.run('p_noor', 'comes-through', here as never)
    expect(wire.emitted.at(-1)?.what).toMatchObject({ after: before })
    expect(attendance(live, 'p_noor')).toBe('expected')
    server.arrive()
    expect(attendance(live, 'p_pia')).toBe('present')
    expect(attendance(live, 'p_noor')).toBe('present')
  })

  test('a head that is further asks for what is missing', () => {
    const { server, follow } = scene()
    const { live, wire } = follow()
    wire.connected = false
    server.run('p_pia', 'lost-on-the-way', here as never)
    wire.connected = true
    wire.tell('head', { stream: meeting, seq: server.head, now: 1_000_000 })
    server.arrive()
    expect(attendance(live, 'p_pia')).toBe('present')
  })

  test('entries that come between asking and the answer are neither lost nor folded twice', () => {
    const { server, load } = scene()
    const { live } = load()
    live.follow(ines)
    const [start] = server.waiting.splice(0)
    const state = structuredClone(server.state)
    const seq = server.head
    server.run('p_pia', 'in-between', here as never)
    start?.answer({ ok: true, seq, now: 1_000_000, at: seq, state, entries: [] })
    expect(attendance(live, 'p_pia')).toBe('present')
    expect(replicaOf(live).seq).toBe(server.head)
  })

  test('two people on one phone have a copy each', async () => {
    const { server, follow } = scene()
    const { live } = follow()
    live.follow(noor)
    server.arrive()
    const answer = live.send(noor, here)
    server.arrive()
    await expect(answer).resolves.toMatchObject({ ok: true })
    expect(attendance(live, 'p_noor', ines)).toBe('present')
    expect(attendance(live, 'p_noor', noor)).toBe('present')
    expect(attendance(live, 'p_ines', noor)).toBe('expected')
  })
})

describe('a tap', () => {
  test('shows at once, is kept until it is answered, and ends', async () => {
    const { server, kept, follow } = scene()
    const { live } = follow()
    const answer = live.send(ines, here)
    expect(attendance(live, 'p_ines')).toBe('present')
    expect(replicaOf(live).taps).toHaveLength(1)
    expect([...kept.map.keys()].filter((key) => key.startsWith('outbox.'))).toHaveLength(1)
    server.arrive()
    await expect(answer).resolves.toEqual({ ok: true, seq: server.head })
    expect(replicaOf(live).taps).toEqual([])
    expect(kept.map.size).toBe(0)
  })

  test('N-J11 twice the same before the answer is one command', async () => {
    const { server, follow } = scene()
    const { live, wire } = follow()
    const both = Promise.all([live.send(ines, here), live.send(ines, here)])
    server.arrive()
    await expect(both).resolves.toHaveLength(2)
    expect(kinds(wire)).toEqual(['start', 'command'])
  })

  test('moving something twice is meant twice', () => {
    const { server, follow } = scene()
    const { live, wire } = follow(viewOf('p_lior'))
    const move: AnyCommand = { type: 'seat.move', person: 'p_pia', by: -1 }
    const lior = viewOf('p_lior')
    void live.send(lior, move)
    void live.send(lior, move)
    server.arrive()
    expect(kinds(wire)).toEqual(['start', 'command', 'command'])
    expect((server.state?.seats ?? []).map(({ person }) => person).indexOf('p_pia')).toBe(1)
  })

  test('a refusal takes it back and is told until it is put away or something else is done', async () => {
    const { server, kept, follow } = scene()
    const { live } = follow()
    const answer = live.send(ines, { type: 'meeting.end', next: null })
    server.arrive()
    await expect(answer).resolves.toMatchObject({ ok: false })
    expect(kept.map.size).toBe(0)
    const [told] = live.getState().told
    expect(told?.no.ok).toBe(false)
    live.putAway(told?.id ?? '')
    expect(live.getState().told).toEqual([])
  })

  test('goes only after start, and one after the other', () => {
    const { server, load } = scene()
    const { live, wire } = load()
    live.follow(ines)
    void live.send(ines, here)
    void live.send(ines, { type: 'seat.remote', person: 'p_ines', remote: true })
    expect(kinds(wire)).toEqual(['start'])
    server.waiting.shift()?.answer({ ok: true, seq: server.head, now: 1_000_000, state: server.state })
    expect(kinds(wire)).toEqual(['start', 'command'])
    server.arrive()
    expect(kinds(wire)).toEqual(['start', 'command', 'command'])
  })

  test('what is tried again has the same id, and a server in trouble is told of', () => {
    const { time, server, follow } = scene()
    const { live, wire } = follow()
    const full: No = { ok: false, code: 'storage_full', reason: 'storage_full', with: {}, retryable: true, ref: 'r' }
    server.trouble = full
    void live.send(ines, here)
    server.arrive()
    expect(live.getState().trouble?.code).toBe('storage_full')
    expect(attendance(live, 'p_ines')).toBe('present')
    server.trouble = null
    time.pass(5_000)
    server.arrive()
    const ids = wire.emitted.filter(({ name }) => name === 'command').map(({ what }) => what.id)
    expect(new Set(ids).size).toBe(1)
    expect(ids.length).toBeGreaterThan(1)
    expect(live.getState().trouble).toBeNull()
    expect(replicaOf(live).taps).toEqual([])
  })
})

describe('F-12 reloads and lost answers', () => {
  test('a page closed before it was sent sends after it is opened again', () => {
    const { server, kept, load, follow } = scene()
    const first = follow()
    first.wire.network = false
    first.wire.cut()
    void first.live.send(ines, here)
    expect(attendance(first.live, 'p_ines')).toBe('present')
    server.lines = []
    const { live } = load()
    live.follow(ines)
    server.arrive()
    expect(server.state?.seats.find(({ person }) => person === 'p_ines')?.attendance).toBe('present')
    expect(replicaOf(live).taps).toEqual([])
    expect(kept.map.size).toBe(0)
  })

  test('done, but the answer was lost: sent again with its id, done once', () => {
    const { server, kept, load, follow } = scene()
    const first = follow()
    server.mute = true
    server.lines = []
    void first.live.send(ines, here)
    server.arrive()
    const head = server.head
    first.wire.cut()
    server.mute = false
    const { live, wire } = load()
    live.follow(ines)
    server.arrive()
    expect(kinds(wire)).toEqual(['start', 'command'])
    expect(server.head).toBe(head)
    expect(replicaOf(live).taps).toEqual([])
    expect(kept.map.size).toBe(0)
  })

  test('done and heard, but the answer was lost with the line: its entry settles it', async () => {
    const { server, kept, follow } = scene()
    const { live, wire } = follow()
    server.mute = true
    const answer = live.send(ines, here)
    server.arrive()
    await expect(answer).resolves.toMatchObject({ ok: true })
    wire.cut()
    expect(replicaOf(live).taps).toEqual([])
    expect(kept.map.size).toBe(0)
  })

  test('no answer for long is a dead line: a new one, and the tap goes again', () => {
    const { time, server, follow } = scene()
    const { live, wire } = follow()
    void live.send(ines, here)
    server.waiting = []
    const before = wire.attempts.length
    time.pass(11_000)
    expect(wire.attempts.length).toBeGreaterThan(before)
    server.arrive()
    expect(replicaOf(live).taps).toEqual([])
    expect(server.state?.seats.find(({ person }) => person === 'p_ines')?.attendance).toBe('present')
  })

  test('what one person left unsent is not sent as another', () => {
    const { server, load, follow } = scene()
    const first = follow()
    first.wire.network = false
    first.wire.cut()
    void first.live.send(ines, here)
    server.lines = []
    const { live, wire } = load()
    live.follow(noor)
    server.arrive()
    expect(kinds(wire)).toEqual(['start'])
  })

  test('a tap whose ground is gone is refused, not kept forever', () => {
    const { server, kept, load } = scene()
    const undo = { type: 'undo', seq: firstGuess + 7 }
    const item = {
      ...ines,
      id: 'left-over-from-before',
      command: undo,
      at: 1,
      guess: firstGuess + 8,
      protocol: PROTOCOL,
    }
    kept.write('outbox.left-over-from-before', JSON.stringify(item))
    const { live } = load()
    live.follow(ines)
    server.arrive()
    expect(replicaOf(live).taps).toEqual([])
    expect(live.getState().told.map(({ no }) => no.reason)).toEqual(['moved_on'])
    expect(kept.map.size).toBe(0)
  })
})
