import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createHost } from '../../server/host.ts'
import { createDevices } from '../../server/people/devices.ts'
import { rules } from '../../server/rules.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { Entry } from '../../shared/types.ts'
import { community, listLog } from './bench.ts'
import { type Child, startChild } from './child.ts'
import { type Member, Talker } from './crowd.ts'
import { commandId, until } from './house.ts'

const rooms = 4
const seatsPerRoom = 10
const kills = 6
const acksBetween = 100

const folder = mkdtempSync(path.join(tmpdir(), 'commonround-kill-'))
const file = path.join(folder, 'app.db')
const talkers: Talker[] = []
let child: Child | null = null

afterEach(async () => {
  for (const talker of talkers) talker.leave()
  await child?.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const letters = 'abcdefghijklmnopqrstuvwxyz'
const idOf = (prefix: string, n: number) => `${prefix}_${letters[Math.floor(n / 26)]}${letters[n % 26]}`.padEnd(18, 'a')

/** A circle with a meeting for each room, as the server's own rules make them. */
async function prepare(): Promise<readonly Member[]> {
  const store = openSqlite(file)
  const devices = createDevices(store.people, null, Date.now)
  const host = createHost({
    store,
    streams: rules.streams,
    log: listLog(),
    now: Date.now,
    seed: () => 1,
    heads: store.heads,
    unreachable: async () => ({}),
  })
  const members: Member[] = []
  for (let room = 0; room < rooms; room += 1) {
    const [circle, stream] = [idOf('c', room), idOf('m', room)]
    const seats = Array.from({ length: seatsPerRoom }, (_, seat) => idOf('p', room * seatsPerRoom + seat))
    const by = seats[0] ?? ''
    const create = {
      type: 'circle.create',
      circle,
      community,
      name: 'Harrow Lane',
      aim: '',
      members: seats,
      selfAdd: false,
    }
    const call = { type: 'meeting.call', meeting: stream, circle, items: [{ title: 'Guest room' }] }
    const made = [
      await host.run({ stream: circle, by, id: commandId(), command: create, begins: { kind: 'circle', community } }),
      await host.run({ stream, by, id: commandId(), command: call, begins: { kind: 'meeting', community } }),
    ]
    expect(made).toEqual([
      { ok: true, seq: 1 },
      { ok: true, seq: 1 },
    ])
    for (const person of seats) {
      const { device, cookie } = await devices.welcome()
      await store.people.addPerson({ id: person, community, name: person, hint: null })
      await store.people.bind(device.id, person)
      members.push({ person, stream, cookie: cookie.split(';')[0] ?? '' })
    }
  }
  await host.close()
  await store.close()
  return members
}

const acks = () => talkers.reduce((sum, talker) => sum + talker.acked.size, 0)

test('F-1 a server killed under load loses nothing it said yes to, does nothing twice, leaves no gap', async () => {
  const members = await prepare()
  child = await startChild(file, 0)
  const { port } = child
  for (const member of members) {
    talkers.push(
      new Talker(`http://127.0.0.1:${port}`, member, (n) => ({ type: 'here', remote: n % 2 === 0, for: null })),
    )
  }
  const ready: number[] = []
  const back: number[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    const goal = acks() + acksBetween
    await until(() => acks() >= goal, `kill ${kill}`, 20_000)
    await child.end('SIGKILL')
    const killedAt = performance.now()
    child = await startChild(file, port)
    ready.push(Math.round(child.readyAfter))
    await until(() => talkers.every(({ isFollowing }) => isFollowing), 'everyone to be back', 20_000)
    back.push(Math.round(performance.now() - killedAt))
  }
  const goal = acks() + acksBetween
  await until(() => acks() >= goal, 'work after the last kill', 20_000)
  await Promise.all(talkers.map((talker) => talker.finish()))
  await until(
    () => talkers.every(({ head, member: { stream } }) => head === furthest(stream)),
    'everyone to have heard',
    20_000,
  )
  expect(await child.end('SIGTERM')).toBe(0)

  const store = openSqlite(file)
  let stored = 0
  for (const stream of new Set(members.map((member) => member.stream))) {
    const log: readonly Entry<unknown>[] = await store.read(stream, 0)
    stored += log.length - 1
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1))
    expect(new Set(log.map(({ by, id }) => `${by} ${id}`)).size).toBe(log.length)
    const here = talkers.filter(({ member }) => member.stream === stream)
    const bySeq = new Map(log.map((entry) => [entry.seq, entry.id]))
    for (const { acked, heard, skipped, sent, wrong } of here) {
      expect(wrong).toEqual([])
      for (const [id, seq] of acked) expect(bySeq.get(seq), 'what was said yes to is there').toBe(id)
      expect([...acked.keys()], 'everything sent was answered').toEqual(sent)
      const inState = (seq: number) => skipped.some(({ after, at }) => seq > after && seq <= at)
      expect(heard, 'everyone heard the log, but for what came in a state').toEqual(
        log.filter(({ seq }) => !inState(seq)).map(({ seq, id }) => ({ seq, id })),
      )
    }
    const known = new Set(here.flatMap(({ sent }) => sent))
    expect(
      log.slice(1).filter(({ id }) => !known.has(id)),
      'nothing that nobody sent',
    ).toEqual([])
  }
  await store.close()
  expect(stored).toBe(acks())
  const reconnects = talkers.reduce((sum, talker) => sum + talker.reconnects, 0)
  console.info(
    `F-1: ${kills} kills, ${talkers.length} lines, ${acks()} acked = ${stored} stored, ${reconnects} lines lost,`,
    `ready after ${ready.join(', ')} ms, everyone back after ${back.join(', ')} ms`,
  )
  expect(reconnects).toBeGreaterThanOrEqual(kills * talkers.length)
}, 120_000)

function furthest(stream: string): number {
  return Math.max(
    ...talkers.filter(({ member }) => member.stream === stream).flatMap(({ acked }) => [...acked.values()]),
  )
}
