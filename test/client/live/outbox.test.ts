import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../shared/protocol.ts'
import { PROTOCOL } from '../../../shared/protocol.ts'
import { firstGuess } from '../../../shared/replica.ts'
import { here, ines, kinds, replicaOf, scene } from './scene.ts'

const reasons = (live: ReturnType<ReturnType<typeof scene>['follow']>['live']) =>
  live.getState().told.map(({ no }) => no.reason)

describe('what was kept before an update', () => {
  function keeping(protocol?: number) {
    const { server, kept, load } = scene()
    const { stream, as } = ines
    const item = { stream, as, id: 'from-before', command: here, at: 1, guess: firstGuess, protocol }
    kept.write('outbox.from-before', JSON.stringify(item))
    kept.write('draft.m_one.p_ines.words', 'Half a sentence')
    const { live, wire } = load()
    live.follow(ines)
    server.arrive()
    return { kept, live, wire }
  }

  test('is not sent, and told as not sent; what was being written stays', () => {
    for (const protocol of [undefined, PROTOCOL - 1]) {
      const { kept, live, wire } = keeping(protocol)
      expect(kinds(wire)).toEqual(['start'])
      expect(reasons(live)).toEqual(['not_sent'])
      expect(replicaOf(live).taps).toEqual([])
      expect([...kept.map.keys()]).toEqual(['draft.m_one.p_ines.words'])
    }
  })

  test('is sent where the update changed nothing between page and server', () => {
    const { live, wire } = keeping(PROTOCOL)
    expect(kinds(wire)).toEqual(['start', 'command'])
    expect(reasons(live)).toEqual([])
  })
})

describe('what is too large for the line', () => {
  const writes = (text: string): AnyCommand => ({ type: 'block.write', block: 'meeting', text, over: 0 })

  test('is refused on the spot: nothing is sent, shown or kept, and what was being written stays', async () => {
    const { kept, follow } = scene()
    const { live, wire } = follow()
    kept.write('draft.m_one.p_ines.words', 'ü'.repeat(16_200))
    const answer = await live.send(ines, writes('ü'.repeat(16_200)))
    expect(answer).toMatchObject({ ok: false, code: 'too_large', reason: 'too_large' })
    expect(reasons(live)).toEqual(['too_large'])
    expect(kinds(wire)).toEqual(['start'])
    expect(replicaOf(live).taps).toEqual([])
    expect([...kept.map.keys()]).toEqual(['draft.m_one.p_ines.words'])
  })

  test('is counted in bytes, with all that is sent around it', async () => {
    const { follow } = scene()
    const { live, wire } = follow()
    void live.send(ines, writes('u'.repeat(32_000)))
    expect(kinds(wire)).toEqual(['start', 'command'])
    await expect(live.send(ines, writes('u'.repeat(32_256)))).resolves.toMatchObject({ reason: 'too_large' })
  })
})

describe('a line that dies of what is sent', () => {
  test('twice, then it is not sent a third time and told so', async () => {
    const { time, server, kept, follow } = scene()
    const { live, wire } = follow()
    const answer = live.send(ines, here)
    server.waiting = []
    wire.cut()
    expect(reasons(live)).toEqual([])
    time.pass(1_000)
    server.waiting
      .splice(0)
      .find(({ name }) => name === 'start')
      ?.answer({ ok: true, seq: server.head, now: 1, entries: [] })
    expect(kinds(wire)).toEqual(['start', 'command', 'start', 'command'])
    time.pass(11_000)
    await expect(answer).resolves.toMatchObject({ ok: false, reason: 'not_sent_line' })
    expect(reasons(live)).toEqual(['not_sent_line'])
    expect(kept.map.size).toBe(0)
    expect(replicaOf(live).taps).toEqual([])
    server.waiting = server.waiting.filter(({ name }) => name === 'start')
    server.arrive()
    expect(kinds(wire).filter((name) => name === 'command')).toHaveLength(2)
  })

  test('what was not on its way is not blamed', () => {
    const { time, server, follow } = scene()
    const { live, wire } = follow()
    for (let i = 0; i < 3; i++) {
      wire.cut()
      if (i === 0) void live.send(ines, here)
      time.pass(6_000)
      if (i < 2) server.waiting = []
    }
    server.arrive()
    expect(reasons(live)).toEqual([])
    expect(replicaOf(live).taps).toEqual([])
  })

  test('a line that we end ourselves has not died', () => {
    const { server, follow } = scene()
    const { live, wire } = follow()
    void live.send(ines, here)
    for (let i = 0; i < 3; i++) {
      wire.disconnect()
      wire.connect()
      server.waiting
        .splice(0)
        .filter(({ name }) => name === 'start')
        .at(-1)
        ?.answer({ ok: true, seq: server.head, now: 1, entries: [] })
    }
    server.arrive()
    expect(kinds(wire).filter((name) => name === 'command').length).toBeGreaterThan(2)
    expect(reasons(live)).toEqual([])
  })
})
