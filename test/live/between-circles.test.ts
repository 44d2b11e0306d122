import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type No, PROTOCOL } from '../../shared/protocol.ts'
import { until } from './house.ts'
import { type Browser, browser, madeCircle, type Served, serve } from './serving.ts'

type Answer = { readonly ok: boolean } & Partial<No>

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>
let other: Awaited<ReturnType<typeof madeCircle>>
const lines: Socket[] = []

beforeEach(async () => {
  served = await serve()
  made = await madeCircle(served)
  other = await madeCircle(served)
})

afterEach(async () => {
  for (const line of lines.splice(0)) line.disconnect()
  await served.stop()
})

function connect({ cookie }: Browser): Socket {
  const options = { transports: ['websocket'], reconnection: false, extraHeaders: { cookie: cookie ?? '' } }
  const line = io(`http://127.0.0.1:${served.port}`, options)
  lines.push(line)
  return line
}

function begin(line: Socket, stream: string, as: string | null): Promise<Answer> {
  return line.timeout(20_000).emitWithAck('start', { protocol: PROTOCOL, stream, as, after: null })
}

function send(line: Socket, ask: { stream: string; as: string; command: object }): Promise<Answer> {
  return line.timeout(20_000).emitWithAck('command', { ...ask, id: randomUUID() })
}

test('N-D1 N-A13 whoever asks in the name of another uses up their own patience', async () => {
  const stranger = connect(other.ana)
  const asked = await Promise.all(Array.from({ length: 30 }, () => begin(stranger, made.meeting, made.person)))
  expect(asked.filter(({ ok }) => ok)).toEqual([])
  expect(asked.at(-1)?.code).toBe('rate_limited')
  expect(await begin(connect(made.ana), made.meeting, made.person)).toMatchObject({ ok: true })
})

test('N-A6 N-A27 only somebody of the circle is brought into its meeting', async () => {
  const line = connect(other.ana)
  await begin(line, other.meeting, other.person)
  const add = (person: string) =>
    send(line, { stream: other.meeting, as: other.person, command: { type: 'person.add', person, as: 'member' } })
  const refused = { ok: false, code: 'not_found', reason: 'unknown_person' }
  expect(await add(made.person)).toMatchObject(refused)
  expect(await add('p_zzzzzzzzzzzzzzzz')).toMatchObject(refused)
  const body = { circle: other.circle, as: other.person, name: 'Dara' }
  const { person } = await other.ana.post<{ person: string }>('/api/people', body)
  expect(await add(person)).toMatchObject({ ok: true })
})

test('N-S15 several who call the next meeting at once have called one', async () => {
  const line = connect(made.ana)
  await begin(line, made.meeting, made.person)
  for (const command of [
    { type: 'meeting.open', item: null },
    { type: 'meeting.end', next: null },
  ])
    expect(await send(line, { stream: made.meeting, as: made.person, command })).toMatchObject({ ok: true })
  await until(async () => JSON.stringify(await served.app.host.look(made.circle)).includes('"stage":"ended"'))
  const call = () =>
    made.ana.post<{ meeting?: string }>('/api/meetings', { circle: made.circle, as: made.person, items: ['Roof'] })
  const called = await Promise.all(Array.from({ length: 8 }, call))
  expect(called.filter(({ meeting }) => meeting !== undefined)).toHaveLength(1)
  expect(called.filter(({ reason }) => reason === 'meeting_runs')).toHaveLength(7)
})

test('N-R3 a device that somebody has left hears no more as them', async () => {
  const phone = browser(served)
  const { people } = await phone.post<{ people: { person: string; name: string }[] }>('/api/links/open', {
    link: made.fragment,
  })
  const chidi = people.find(({ name }) => name === 'Chidi')?.person ?? ''
  await phone.post('/api/people/claim', { circle: made.circle, person: chidi })
  const [line, ana] = [connect(phone), connect(made.ana)]
  const heard: unknown[] = []
  line.on('entries', (frame) => void heard.push(frame))
  await begin(line, made.meeting, chidi)
  await begin(ana, made.meeting, made.person)
  const marks = (noDevice: string) =>
    send(ana, { stream: made.meeting, as: made.person, command: { type: 'seat.no_device', people: [noDevice] } })
  await marks(chidi)
  expect(await begin(line, other.meeting, null)).toMatchObject({ code: 'not_found' })
  expect(heard).toHaveLength(1)
  await phone.post('/api/people/leave', { person: chidi })
  await marks(people.find(({ name }) => name === 'Bruno')?.person ?? '')
  const command = { type: 'here', remote: false, for: null }
  expect(await send(line, { stream: made.meeting, as: chidi, command })).toMatchObject({ code: 'forbidden' })
  expect(heard).toHaveLength(1)
})

test('N-D1 what nobody can mean is not even read', async () => {
  const line = connect(made.ana)
  await begin(line, made.meeting, made.person)
  const ask = { stream: made.meeting, as: made.person, command: { type: 'block.write' } }
  const answers = await Promise.all(Array.from({ length: 400 }, () => send(line, ask)))
  const codes = answers.map(({ code }) => code)
  expect(codes.slice(0, 200)).toEqual(Array(200).fill('invalid'))
  expect(codes.filter((code) => code === 'rate_limited').length).toBeGreaterThan(100)
  expect(await begin(connect(made.ana), made.meeting, made.person)).toMatchObject({ ok: true })
})
