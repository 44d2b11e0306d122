import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ana, bo, cleo, room } from './bench.ts'
import { type Guest, type House, until } from './house.ts'
import { openRoom, type Room } from './room.ts'

let house: House
let run: Room['run']
let sit: Room['sit']
let close: Room['close']

beforeEach(async () => {
  ;({ house, run, sit, close } = await openRoom())
})
afterEach(() => close())

const hereIn = (guest: Guest) => guest.heard.filter(({ event }) => event === 'here').map(({ what }) => what)

describe('who is here', () => {
  test('L15 everyone hears whether the facilitator can be reached; only who leads hears about the others', async () => {
    const b = await sit(bo)
    const gone = await b.hears('here')
    expect(gone).toEqual({ stream: room, facilitatorGone: house.clock.now })
    const a = await sit(ana)
    await b.hears('here', ({ facilitatorGone }) => facilitatorGone === null)
    expect(await a.hears('here', ({ lights }) => lights !== undefined)).toMatchObject({
      lights: { [ana]: 'live', [bo]: 'live', [cleo]: 'none' },
    })
    house.clock.now += 5_000
    b.socket.disconnect()
    await a.hears('here', ({ lights }) => (lights as Record<string, string>)?.[bo] === 'asleep')
    expect(JSON.stringify(b.heard)).not.toContain('lights')
    const c = await sit(cleo)
    house.clock.now += 5_000
    a.socket.disconnect()
    await c.hears('here', ({ facilitatorGone }) => facilitatorGone === house.clock.now)
  })

  test('L19 changes of who is here are told to those who see a difference, and not one by one', async () => {
    const [a, b] = [await sit(ana), await sit(bo)]
    await until(() => hereIn(b).some(({ facilitatorGone }) => facilitatorGone === null))
    const told = hereIn(b).length
    const many = await Promise.all(Array.from({ length: 4 }, () => sit(cleo)))
    await a.hears('here', ({ lights }) => (lights as Record<string, string>)?.[cleo] === 'live')
    for (const { socket } of many) socket.disconnect()
    await a.hears('here', ({ lights }) => (lights as Record<string, string>)?.[cleo] === 'asleep')
    // The facilitator's screen is told of each change; the others only once in every beat.
    expect(hereIn(b).length - told).toBeLessThanOrEqual(1)
  })

  test('L16 rules are told who has no line, since when; two lines of one person are one', async () => {
    const start = house.clock.now
    const [one, two] = [await sit(bo), await sit(bo)]
    house.clock.now += 1_000
    one.socket.disconnect()
    const a = await sit(ana)
    await until(() => house.app.live && a.socket.connected)
    const look = async () => {
      const answer = await run({ type: 'look' })
      return (await house.store.read(room, answer.ok ? answer.seq - 1 : 0))[0]?.events[0]
    }
    expect(await look()).toMatchObject({ gone: { [cleo]: start } })
    two.socket.disconnect()
    await a.hears('here', ({ lights }) => (lights as Record<string, string>)?.[bo] === 'asleep')
    expect(await look()).toMatchObject({ gone: { [bo]: start + 1_000, [cleo]: start } })
  })

  test('L17 the sixth line of one person replaces the oldest', async () => {
    const lines: Guest[] = []
    for (let n = 0; n < 6; n += 1) lines.push(await sit(bo))
    await lines[0]!.hears('disconnect')
    expect(lines[0]?.heard.find(({ event }) => event === 'bye')?.what).toBe('replaced')
    for (const line of lines.slice(1)) expect(line.socket.connected).toBe(true)
    expect(await lines[5]!.send(room, bo, { type: 'say', text: 'x' })).toMatchObject({ ok: true })
  })

  test('L18 a server that goes says so, after answering what was asked', async () => {
    const [a, b] = [await sit(ana), await sit(bo)]
    const asked = Array.from({ length: 20 }, () => b.send(room, bo, { type: 'say', text: 'x' }))
    await a.hears('entries')
    await house.app.close()
    const answers = await Promise.all(asked)
    for (const answer of answers) expect(answer.ok === true || answer.code === 'unavailable').toBe(true)
    await a.hears('disconnect')
    expect(a.heard.find(({ event }) => event === 'bye')?.what).toBe('restarting')
    expect(await house.store.read(room, 1)).toHaveLength(answers.filter(({ ok }) => ok).length)
  })
})
