import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROTOCOL } from '../../shared/protocol.ts'
import { ana, bo, circle, cleo, community, room } from './bench.ts'
import { commandId, enter, type Guest, type House, until } from './house.ts'
import { openRoom, type Room } from './room.ts'

let house: House
let run: Room['run']
let come: Room['come']
let sit: Room['sit']
let close: Room['close']

beforeEach(async () => {
  ;({ house, run, come, sit, close } = await openRoom())
})
afterEach(() => close())

const other = 'c_zzzzzzzzzzzzzzzz'

/** A room of another circle, with the same people in it. */
async function begin(stream: string, community: string): Promise<void> {
  const command = { type: 'open', people: [ana, bo], facilitator: ana, circle: other } as { readonly type: string }
  const begins = { kind: 'meeting', community }
  const answer = await house.app.host.run({ stream, by: ana, id: commandId(), command, begins })
  expect(answer).toEqual({ ok: true, seq: 1 })
}

const seqs = (guest: Guest) =>
  guest.heard
    .filter(({ event }) => event === 'entries')
    .flatMap(({ what }) => (what.entries as { seq: number }[]).map(({ seq }) => seq))

describe('starting to follow', () => {
  test('L1 a new viewer gets the names, then the state; a returning one exactly what is missing', async () => {
    for (const text of ['one', 'two', 'three']) await run({ type: 'say', text })
    const guest = await come(bo)
    const started = await guest.start(room, bo)
    expect(started).toMatchObject({ ok: true, seq: 4, now: house.clock.now, at: 4, state: { people: [ana, bo, cleo] } })
    expect(started.entries).toEqual([])
    expect(guest.heard[0]).toMatchObject({ event: 'people', what: { [ana]: { name: 'p_aa', hint: null } } })
    const back = await guest.start(room, bo, 2)
    expect(Object.keys(back).sort()).toEqual(['entries', 'now', 'ok', 'seq'])
    expect((back.entries as { seq: number }[]).map(({ seq }) => seq)).toEqual([3, 4])
    expect(await guest.start(room, bo, 4)).toMatchObject({ ok: true, seq: 4, entries: [] })
  })

  test('L2 someone who missed more than five hundred never gets them singly', async () => {
    const large = Array.from({ length: 35 }, () => run({ type: 'say', text: 'x'.repeat(1_500) }))
    await Promise.all([...large, ...Array.from({ length: 520 }, () => run({ type: 'rest' }))])
    const guest = await come(bo)
    expect((await guest.start(room, bo, 56)).entries).toHaveLength(500)
    const whole = await guest.start(room, bo, 55)
    expect(whole).toMatchObject({ ok: true, seq: 556, at: 556, state: { claimed: 0 }, entries: [] })
  })

  test('L3 someone who saw more than the server owns is refused, and the server says so aloud', async () => {
    const guest = await come(bo)
    expect(await guest.start(room, bo, 2)).toMatchObject({ ok: false, code: 'conflict', reason: 'server_behind' })
    expect(house.log.lines.find(({ level }) => level === 'error')?.fields).toMatchObject({ head: 1, after: 2 })
  })

  test('L4 older protocols are told so, newer ones to wait', async () => {
    const guest = await come(bo)
    const ask = { stream: room, as: bo, after: null }
    const old = await guest.raw('start', { ...ask, protocol: PROTOCOL - 1, anything: 1 })
    expect(old).toMatchObject({ ok: false, code: 'too_old', retryable: false })
    const young = await guest.raw('start', { ...ask, protocol: PROTOCOL + 1, anything: 1 })
    expect(young).toMatchObject({ ok: false, code: 'too_new', retryable: true, retryAfterMs: 10_000 })
    expect((await guest.raw('start', { ...ask, protocol: PROTOCOL, anything: 1 })).code).toBe('invalid')
    // Neither follows anything.
    expect((await guest.send(room, bo, { type: 'say', text: 'x' })).code).toBe('not_found')
  })

  test('L5 whose people you are not you cannot be; streams of others do not exist', async () => {
    const guest = await come(bo)
    expect(await guest.start(room, ana)).toMatchObject({ ok: false, code: 'forbidden' })
    const foreign = 'm_zzzzzzzzzzzzzzzz'
    await begin(foreign, 'v_two')
    const answers = await Promise.all([
      guest.start(foreign, bo),
      guest.start('m_yyyyyyyyyyyyyyyy', bo),
      guest.start(foreign, null),
    ])
    for (const answer of answers) expect({ ...answer, ref: '' }).toEqual({ ...answers[0], ref: '' })
    expect(answers[0]).toMatchObject({ ok: false, code: 'not_found' })
  })

  test('L6 a person follows only what their own community does, whatever else the device may see', async () => {
    const foreign = 'm_zzzzzzzzzzzzzzzz'
    await begin(foreign, 'v_two')
    const cookie = await house.device(bo)
    const [device] = (await house.store.people.devicesOf(bo)).slice(-1)
    await house.store.people.grant(device?.id ?? '', { circle: other, community: 'v_two', grade: 'screen' })
    const guest = await enter(house.url, cookie)
    expect(await guest.start(foreign, bo)).toMatchObject({ code: 'not_found' })
    expect(await guest.start(foreign, null)).toMatchObject({ ok: true })
    guest.socket.disconnect()
  })
})

describe('entries', () => {
  test('L7 everyone hears every entry once, in order, and the sender before the answer', async () => {
    const [a, b] = [await sit(ana), await sit(bo)]
    const screen = await come()
    await screen.start(room, null)
    const answer = await a.send(room, ana, { type: 'say', text: 'hello' })
    expect(answer).toEqual({ ok: true, seq: 2 })
    expect(a.heard.at(-1)).toMatchObject({ event: 'entries' })
    await Promise.all(Array.from({ length: 15 }, (_, n) => b.send(room, bo, { type: 'say', text: `${n}` })))
    for (const guest of [a, b, screen]) {
      await until(() => seqs(guest).length === 16)
      expect(seqs(guest)).toEqual(Array.from({ length: 16 }, (_, n) => n + 2))
    }
  })

  test('L8 what is sealed reaches its readers alone; the others get the number', async () => {
    const [a, b, c] = [await sit(ana), await sit(bo), await sit(cleo)]
    const both = await come(bo, cleo)
    await both.start(room, bo)
    await both.start(room, cleo)
    const screen = await come()
    await screen.start(room, null)
    const secret = 'canary-whispered'
    await a.send(room, ana, { type: 'whisper', to: bo, text: secret })
    const all = [a, b, c, both, screen]
    for (const guest of all) await until(() => seqs(guest).includes(2))
    expect(all.map(({ heard }) => JSON.stringify(heard).includes(secret))).toEqual([true, true, false, true, false])
    const frames = both.heard.filter(({ event }) => event === 'entries').map(({ what }) => what)
    expect(frames.map(({ as }) => as)).toEqual([bo, cleo])
    expect(JSON.stringify(frames[1])).not.toContain(secret)
    expect(JSON.stringify((await both.start(room, bo)).state)).toContain(secret)
    expect(
      JSON.stringify([await both.start(room, cleo), await screen.start(room, null), await c.start(room, cleo, 1)]),
    ).not.toContain(secret)
  })

  test('L9 a rename reaches every screen of the community', async () => {
    const guest = await sit(bo)
    await house.store.people.rename(ana, 'Anna', null)
    house.nodes.changed({ person: ana })
    expect(await guest.hears('people', (names) => JSON.stringify(names).includes('Anna'))).toEqual({
      [ana]: { name: 'Anna', hint: null },
    })
  })
})

describe('commands', () => {
  test('L10 a command to a stream that is not followed is not found, as someone else forbidden', async () => {
    const guest = await sit(bo)
    await run({ type: 'rest' }, circle)
    const say = { type: 'say', text: 'x' }
    expect(await guest.send(circle, bo, say)).toMatchObject({ code: 'not_found' })
    expect(await guest.send('m_yyyyyyyyyyyyyyyy', bo, say)).toMatchObject({ code: 'not_found' })
    expect(await guest.send(room, ana, say)).toMatchObject({ code: 'forbidden', reason: 'not_yours' })
    const screen = await come(cleo)
    await screen.start(room, null)
    expect(await screen.send(room, cleo, say)).toMatchObject({ code: 'not_found' })
    expect(await house.store.read(room, 1)).toEqual([])
  })

  test('L11 a command sent again is answered as the first time', async () => {
    const guest = await sit(bo)
    const id = commandId()
    expect(await guest.send(room, bo, { type: 'claim', n: 1 }, id)).toEqual({ ok: true, seq: 2 })
    expect(await guest.send(room, bo, { type: 'claim', n: 1 }, id)).toEqual({ ok: true, seq: 2, replayed: true })
  })

  test('L12 a lost right is lost at once, also on a line that stands', async () => {
    const cookie = await house.device(bo)
    const guest = await enter(house.url, cookie)
    await guest.start(room, bo)
    expect(await guest.send(room, bo, { type: 'say', text: 'x' })).toMatchObject({ ok: true })
    const [device] = (await house.store.people.devicesOf(bo)).slice(-1)
    const headers = { 'content-type': 'application/json', 'x-commonround': '1', cookie }
    const left = await fetch(`${house.url}/api/people/leave`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ person: bo }),
    })
    expect(left.status).toBe(200)
    expect(await guest.send(room, bo, { type: 'say', text: 'x' })).toMatchObject({ code: 'forbidden' })
    // The line stays, for whoever is named next.
    expect(guest.socket.connected).toBe(true)
    await house.store.people.removeDevice(device?.id ?? '')
    house.nodes.changed({ device: device?.id ?? '' })
    await guest.hears('disconnect')
    expect(guest.heard.filter(({ event }) => event === 'bye').map(({ what }) => what)).toEqual(['removed'])
  })

  test('L13 words are cleaned, what is wrong is named, and no words get into the log', async () => {
    const guest = await sit(bo)
    await guest.send(room, bo, { type: 'say', text: '  e\u0301\u202e canary-log\u200b ' })
    expect((await house.store.read(room, 1))[0]?.events).toEqual([{ type: 'said', text: '\u00e9 canary-log' }])
    expect(await guest.send(room, bo, { type: 'say', text: 'canary-log', more: 1 })).toMatchObject({
      code: 'invalid',
      path: '/command/more',
    })
    expect(await guest.send(room, bo, { type: 'break' })).toMatchObject({ code: 'internal', retryable: true })
    expect(JSON.stringify(house.log.lines)).not.toContain('canary-log')
    expect(house.log.lines.some(({ fields }) => fields.code === 'invalid' && typeof fields.ref === 'string')).toBe(true)
  })

  test('L14 twenty at once, then two a second; whoever facilitates has more', async () => {
    const [guest, leader] = [await sit(bo), await sit(ana)]
    const flood = async (one: Guest, as: string) => {
      const answers = await Promise.all(Array.from({ length: 70 }, () => one.send(room, as, { type: 'rest' })))
      return answers.filter(({ ok }) => ok).length
    }
    expect(await flood(guest, bo)).toBe(20)
    expect(await guest.send(room, bo, { type: 'rest' })).toMatchObject({
      code: 'rate_limited',
      retryable: true,
      retryAfterMs: 500,
    })
    expect(await flood(leader, ana)).toBe(60)
    house.clock.now += 1000
    expect(await flood(guest, bo)).toBe(2)
    expect(await flood(leader, ana)).toBe(6)
  })

  test('N-D2 people without a seat, however many, leave those who sit there their turn', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const strangers = Array.from({ length: 12 }, (_, n) => `p_strange${letters[n]}aaaaaaaa`)
    const cookie = await house.device(...strangers)
    const [device] = await house.store.people.devicesOf(strangers[0] ?? '')
    await house.store.people.grant(device?.id ?? '', { circle, community, grade: 'join' })
    const line = await enter(house.url, cookie)
    for (const person of strangers) await line.start(room, person)
    const asked = strangers.flatMap((person) => Array.from({ length: 10 }, () => line.send(room, person, rest)))
    const codes = (await Promise.all(asked)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'rate_limited').length).toBeGreaterThan(30)
    const guest = await sit(bo)
    expect(await guest.send(room, bo, rest)).toMatchObject({ ok: true })
    line.socket.disconnect()
  })
})

const rest = { type: 'rest' }
