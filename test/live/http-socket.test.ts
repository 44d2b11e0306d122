import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PROTOCOL } from '../../shared/protocol.ts'
import { type Browser, browser, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>
const lines: Socket[] = []

beforeEach(async () => {
  served = await serve()
  made = await madeCircle(served)
})

afterEach(async () => {
  for (const line of lines.splice(0)) line.disconnect()
  await served.stop()
})

function connect({ cookie }: Browser, headers: Readonly<Record<string, string>> = {}): Socket {
  const line = io(`http://127.0.0.1:${served.port}`, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { ...(cookie === null ? {} : { cookie }), ...headers },
  })
  lines.push(line)
  return line
}

function heard<Said>(line: Socket, event: string): Promise<Said> {
  return new Promise((resolve) => line.once(event, resolve))
}

function begin(
  line: Socket,
  stream: string,
  as: string | null,
): Promise<{ ok: boolean; code?: string; state?: object }> {
  return line.timeout(20_000).emitWithAck('start', { protocol: PROTOCOL, stream, as, after: null })
}

test('a seat taken over HTTP is the seat that follows the meeting', async () => {
  const phone = browser(served)
  const { people } = await phone.post<{ people: { person: string; name: string }[] }>('/api/links/open', {
    link: made.fragment,
  })
  const chidi = people.find(({ name }) => name === 'Chidi')?.person ?? ''
  await phone.post('/api/people/claim', { circle: made.circle, person: chidi })
  const line = connect(phone)
  const names = heard<Record<string, { name: string }>>(line, 'people')
  expect(await begin(line, made.meeting, chidi)).toMatchObject({ ok: true, state: { stage: 'gathering' } })
  expect((await names)[chidi]?.name).toBe('Chidi')
  expect(await begin(line, made.meeting, made.person)).toMatchObject({ ok: false, code: 'forbidden' })
})

test('a name reaches the screens that are open with the first word of it, and when it changes', async () => {
  const line = connect(made.ana)
  const said: [string, unknown][] = []
  line.onAny((event, what) => void (['people', 'entries'].includes(event) && said.push([event, what])))
  const before = heard(line, 'people')
  await begin(line, made.meeting, made.person)
  await before
  const told = said.length
  const body = { circle: made.circle, as: made.person, name: 'Dara' }
  const { person } = await made.ana.post<{ person: string }>('/api/people', body)
  const command = { type: 'person.add', person, as: 'guest' }
  const ask = { stream: made.meeting, as: made.person, id: 'adding-dara-000000001', command }
  expect(await line.timeout(20_000).emitWithAck('command', ask)).toMatchObject({ ok: true })
  // Not when she was added: this screen had not heard of her.
  expect(said.slice(told)).toMatchObject([
    ['people', { [person]: { name: 'Dara', hint: null } }],
    ['entries', { entries: [{ events: [{ type: 'seat.added', person }] }] }],
  ])
  const renamed = heard(line, 'people')
  await made.ana.post('/api/people/rename', { ...body, person, name: 'Dara Osei' })
  expect(await renamed).toEqual({ [person]: { name: 'Dara Osei', hint: null } })
})

test('a room screen follows what everyone sees, as nobody', async () => {
  const { screen } = await made.ana.get<{ screen: string }>(`/api/circles/${made.circle}/link`)
  const room = browser(served)
  await room.post('/api/links/open', { link: screen })
  const line = connect(room)
  expect(await begin(line, made.meeting, null)).toMatchObject({ ok: true })
  expect(await begin(line, made.meeting, made.person)).toMatchObject({ ok: false, code: 'forbidden' })
  const other = await madeCircle(served)
  expect(await begin(line, other.meeting, null)).toMatchObject({ ok: false, code: 'not_found' })
})

test('N-W1 N-W2 a page of another site, and somebody without a device, get no line', async () => {
  const foreign = [
    'https://evil.example',
    `http://127.0.0.1:${served.port}.evil.example`,
    'null',
    `https://127.0.0.1:${served.port}`,
  ]
  for (const origin of foreign) {
    const failed = await heard<Error>(connect(made.ana, { origin }), 'connect_error')
    expect([origin, failed.message]).toEqual([origin, 'websocket error'])
  }
  const stranger = await heard<Error & { data?: { code: string } }>(connect(browser(served)), 'connect_error')
  expect(stranger.data?.code).toBe('unauthenticated')
  const own = connect(made.ana, { origin: `http://127.0.0.1:${served.port}` })
  await heard(own, 'connect')
})

test('stopping tells everyone that it restarts, and closes although lines are open', async () => {
  const line = connect(made.ana)
  await begin(line, made.meeting, made.person)
  const bye = heard(line, 'bye')
  await served.app.close()
  expect(await bye).toBe('restarting')
})
