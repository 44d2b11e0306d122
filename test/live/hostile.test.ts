import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../../shared/protocol.ts'
import { ana, bo, cleo, community, room } from './bench.ts'
import { commandId, enter, type Guest, type House, openHouse, until } from './house.ts'

let house: House
let guest: Guest

beforeEach(async () => {
  house = await openHouse()
  await house.app.host.run({
    stream: room,
    by: ana,
    id: commandId(),
    command: { type: 'open', people: [ana, bo, cleo], facilitator: ana, circle: null } as { type: string },
    begins: { kind: 'meeting', community },
  })
  guest = await enter(house.url, await house.device(bo))
  await guest.start(room, bo)
})
afterEach(async () => {
  guest.socket.disconnect()
  await house.close()
})

const upgradeHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': Buffer.alloc(16, 1).toString('base64'),
}

/** The status an upgrade is answered with: 101 is yes. */
function upgrade(headers: Record<string, string>, query = 'EIO=4&transport=websocket'): Promise<number> {
  return new Promise((answered, failed) => {
    const asking = request({
      host: '127.0.0.1',
      port: house.port,
      path: `/socket.io/?${query}`,
      headers: { ...upgradeHeaders, ...headers },
    })
    asking.on('upgrade', (response, socket) => {
      socket.destroy()
      answered(response.statusCode ?? 0)
    })
    asking.on('response', (response) => {
      response.resume()
      answered(response.statusCode ?? 0)
    })
    asking.on('error', failed)
    asking.end()
  })
}

/** A WebSocket without Socket.IO around it; resolves with the code it was closed with. */
async function bare(cookie: string | null): Promise<{ ws: WebSocket; closed: Promise<number>; heard: string[] }> {
  const headers = cookie === null ? {} : { cookie }
  const ws = new WebSocket(`ws://127.0.0.1:${house.port}/socket.io/?EIO=4&transport=websocket`, { headers })
  const heard: string[] = []
  ws.on('message', (data) => void heard.push(String(data)))
  ws.on('error', () => {})
  const closed = new Promise<number>((resolve) => ws.on('close', resolve))
  await new Promise((resolve) => ws.once('open', resolve))
  return { ws, closed, heard }
}

async function stillWorks(): Promise<void> {
  expect(await guest.send(room, bo, { type: 'say', text: 'still here' })).toMatchObject({ ok: true })
}

describe('the door', () => {
  test('N-W1 an upgrade from a page that is not ours is refused before anything is said', async () => {
    const own = `127.0.0.1:${house.port}`
    const foreign = [
      'https://evil.example',
      'null',
      `http://${own}.evil.example`,
      `http://evil-${own}`,
      `http://127.0.0.1:${house.port + 1}`,
      `https://${own}`,
      `http://localhost:${house.port}`,
      'http://127.0.0.1',
      '',
    ]
    const cookie = await house.device(bo)
    for (const origin of foreign) expect(await upgrade({ origin, cookie }), origin).toBe(403)
    expect(await upgrade({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await upgrade({ origin: `http://${own}`, cookie })).toBe(101)
    expect(await upgrade({ cookie })).toBe(101)
  })

  test('N-W2 without a device nobody gets in, whatever else they bring', async () => {
    for (const cookie of [null, 'dev=x', `dev=${'A'.repeat(43)}`, `dev=${'A'.repeat(4000)}`]) {
      await expect(enter(house.url, cookie, { auth: { token: 'x', device: 'd_1' } })).rejects.toMatchObject({
        message: 'unauthenticated',
        data: { ok: false, code: 'unauthenticated' },
      })
    }
    await stillWorks()
  })

  test('N-W5 other transports and other ages of the protocol are refused', async () => {
    for (const query of [
      'EIO=4&transport=polling',
      'EIO=3&transport=websocket',
      'EIO=4&transport=carrier-pigeon',
      'transport=websocket',
    ]) {
      expect(await upgrade({}, query), query).toBe(400)
    }
    expect((await fetch(`${house.url}/socket.io/?EIO=4&transport=polling`)).status).toBe(400)
    expect((await fetch(`${house.url}/socket.io/socket.io.js`)).ok).toBe(false)
  })

  test('N-W6 who connects and says nothing is shown out', async () => {
    const { closed } = await bare(null)
    await closed
    await stillWorks()
  })

  test('N-W7 there is one namespace', async () => {
    const { ws, heard } = await bare(await house.device(bo))
    for (let n = 0; n < 50; n += 1) ws.send(`40/room${n},`)
    await until(() => heard.filter((one) => one.startsWith('44')).length === 50)
    ws.terminate()
    await stillWorks()
  })
})

describe('frames', () => {
  test('N-W9 a frame of 32 KB is taken, one byte more closes the line', async () => {
    const most = 32 * 1024
    const { ws, closed, heard } = await bare(await house.device(cleo))
    ws.send('40')
    await until(() => heard.some((one) => one.startsWith('40')))
    const around = '421["command",{"x":""}]'.length
    const frame = (length: number) => `421["command",{"x":"${'x'.repeat(length - around)}"}]`
    ws.send(frame(most))
    await until(() => heard.some((one) => one.startsWith('431')))
    ws.send(frame(most + 1))
    expect(await closed).toBe(1009)
    await stillWorks()
  })

  test('N-W10 a message in more pieces than anyone honest makes closes the line', async () => {
    const { ws, closed } = await bare(await house.device(cleo))
    for (let n = 0; n < 66; n += 1) ws.send('x', { fin: false })
    expect([1008, 1009]).toContain(await closed)
    await stillWorks()
  })

  test('N-W13 binary messages are refused', async () => {
    const answer = await guest.raw('command', Buffer.from('hello'))
    expect(answer).toMatchObject({ ok: false, code: 'bad_request' })
    const { ws, closed } = await bare(await house.device(cleo))
    ws.send('40')
    ws.send('459999-["command",{"_placeholder":true,"num":0}]')
    await closed
    await stillWorks()
  })

  test('N-W14 names that Socket.IO keeps for itself close the line or are refused', async () => {
    const tried: string[] = []
    for (const name of ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']) {
      const { ws, closed, heard } = await bare(await house.device(cleo))
      ws.send('40')
      await until(() => heard.some((one) => one.startsWith('40')))
      ws.send(`42["${name}",{}]`)
      await closed
      tried.push(name)
    }
    expect(tried).toHaveLength(6)
    for (const name of ['', 'error', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'.repeat(10_000)]) {
      expect(await guest.raw(name, {}), name.slice(0, 20)).toMatchObject({ code: 'bad_request' })
    }
    await stillWorks()
  })

  test('N-W15 what the server says cannot be said to it, and reaches nobody', async () => {
    const other = await enter(house.url, await house.device(cleo))
    await other.start(room, cleo)
    for (const name of ['entries', 'people', 'head', 'here', 'bye', 'reveal']) {
      expect(await guest.raw(name, { stream: room, as: null, entries: [{ seq: 2 }] })).toMatchObject({
        code: 'bad_request',
      })
    }
    await stillWorks()
    await until(() => other.heard.some(({ event }) => event === 'entries'))
    expect(other.heard.filter(({ event }) => !['people', 'here', 'entries'].includes(event))).toEqual([])
    other.socket.disconnect()
  })

  test('N-W17 a command without a callback is done or refused, and the process lives', async () => {
    guest.socket.emit('command', { stream: room, as: bo, id: commandId(), command: { type: 'say', text: 'silently' } })
    guest.socket.emit('command', { stream: room, as: bo, id: commandId(), command: { type: 'break' } })
    guest.socket.emit('command')
    guest.socket.emit('start')
    guest.socket.emit('start', null)
    guest.socket.emit('nonsense', 1, 2, 3)
    await guest.hears('entries')
    await stillWorks()
    const said = (await house.store.read(room, 1)).map(({ events }) => events[0])
    expect(said).toEqual(['silently', 'still here'].map((text) => ({ type: 'said', text })))
  })

  test('N-P5 more than one payload, none, or one that is no object is a bad request', async () => {
    const good = { stream: room, as: bo, id: commandId(), command: { type: 'say', text: 'x' } }
    const bad: readonly (readonly unknown[])[] = [
      [good, good],
      [good, null, 1],
      [[good]],
      [[]],
      ['text'],
      [7],
      [null],
      [true],
      [],
    ]
    for (const event of ['command', 'start']) {
      for (const payloads of bad)
        expect(await guest.raw(event, ...payloads)).toMatchObject({ ok: false, code: 'bad_request', retryable: false })
    }
    expect(await house.store.read(room, 1)).toEqual([])
    await stillWorks()
  })
})

describe('crowds', () => {
  test('N-D4 a line that does not drain is cut, and nobody else notices', async () => {
    const { ws, closed, heard } = await bare(await house.device(cleo))
    ws.send('40')
    await until(() => heard.some((one) => one.startsWith('40')))
    ws.send(`421["start",{"protocol":${PROTOCOL},"stream":"${room}","as":"${cleo}","after":null}]`)
    await until(() => heard.some((one) => one.startsWith('431')))
    ws.pause()
    let said = 0
    const text = 'x'.repeat(1900)
    while (ws.readyState === WebSocket.OPEN && said < 6_000) {
      const round = Array.from({ length: 50 }, () =>
        house.app.host.run({
          stream: room,
          by: ana,
          id: commandId(),
          command: { type: 'say', text } as { type: string },
        }),
      )
      said += (await Promise.all(round)).length
      if (house.log.lines.some(({ message }) => message === 'a slow line was cut')) break
    }
    await until(() => house.log.lines.some(({ message }) => message === 'a slow line was cut'), 'the beat')
    ws.resume()
    await closed
    await until(
      () =>
        guest.heard.filter(({ event }) => event === 'entries').flatMap(({ what }) => what.entries as unknown[])
          .length === said,
    )
    await stillWorks()
  })
})
