import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWire, type Pipe } from '../../../client/live/wire.ts'

/** The other end of one socket, packet by packet. */
function fakePipe() {
  const sent: string[] = []
  const pipe: Pipe = {
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (packet) => void sent.push(String(packet)),
    close: () => undefined,
  }
  const handlers = pipe as { onmessage: ((event: { data: string }) => void) | null; onclose: (() => void) | null }
  return {
    pipe,
    sent,
    says: (packet: string) => handlers.onmessage?.({ data: packet }),
    breaks: () => handlers.onclose?.(),
  }
}

function scene() {
  const pipes: ReturnType<typeof fakePipe>[] = []
  const wire = createWire(() => {
    const made = fakePipe()
    pipes.push(made)
    return made.pipe
  })
  const told: unknown[][] = []
  wire.on('connect', () => void told.push(['connect']))
  wire.on('disconnect', (reason) => void told.push(['disconnect', reason]))
  wire.on('connect_error', (code) => void told.push(['connect_error', code]))
  wire.on('head', (head) => void told.push(['head', head]))
  const last = () => {
    const pipe = pipes.at(-1)
    if (!pipe) throw new Error('nothing was opened')
    return pipe
  }
  function connect() {
    wire.connect()
    last().says('0{"sid":"a","upgrades":[],"pingInterval":10000,"pingTimeout":8000,"maxPayload":32768}')
    last().says('40{"sid":"b"}')
    return last()
  }
  return { wire, told, pipes, last, connect }
}

const start = { protocol: 1, stream: 'm_one', as: null, after: null }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('it greets, joins, answers pings and hands on what is told', () => {
  const { wire, told, connect } = scene()
  const pipe = connect()
  expect(pipe.sent).toEqual(['40'])
  expect(wire.connected).toBe(true)
  pipe.says('2')
  expect(pipe.sent.at(-1)).toBe('3')
  pipe.says('42["head",{"stream":"m_one","seq":4,"now":5}]')
  expect(told).toEqual([['connect'], ['head', { stream: 'm_one', seq: 4, now: 5 }]])
})

test('each answer finds its question', () => {
  const { wire, connect } = scene()
  const pipe = connect()
  const answers: unknown[] = []
  wire.ask('start', start, 5000, (answer) => answers.push(['one', answer]))
  wire.ask('start', start, 5000, (answer) => answers.push(['two', answer]))
  expect(pipe.sent.slice(1)).toEqual([`421["start",${JSON.stringify(start)}]`, `422["start",${JSON.stringify(start)}]`])
  pipe.says('432[{"ok":true,"seq":2}]')
  pipe.says('431[{"ok":true,"seq":1}]')
  pipe.says('431[{"ok":true,"seq":1}]')
  expect(answers).toEqual([
    ['two', { ok: true, seq: 2 }],
    ['one', { ok: true, seq: 1 }],
  ])
})

test('nothing for too long is null, and an answer after that is nothing', () => {
  const { wire, connect } = scene()
  const pipe = connect()
  const answers: unknown[] = []
  wire.ask('start', start, 5000, (answer) => answers.push(answer))
  vi.advanceTimersByTime(5001)
  pipe.says('431[{"ok":true,"seq":1}]')
  expect(answers).toEqual([null])
})

test('a line that goes takes its questions along, and what the old one still says is not heard', () => {
  const { wire, told, connect, pipes } = scene()
  const pipe = connect()
  const answers: unknown[] = []
  wire.ask('start', start, 5000, (answer) => answers.push(answer))
  pipe.breaks()
  expect(told.at(-1)).toEqual(['disconnect', 'network'])
  connect()
  expect(pipes).toHaveLength(2)
  pipe.says('431[{"ok":true,"seq":1}]')
  pipe.says('42["head",{}]')
  vi.advanceTimersByTime(10_000)
  expect(answers).toEqual([])
  expect(told.at(-1)).toEqual(['connect'])
  expect(wire.connected).toBe(true)
})

test('it says who ended it', () => {
  const ours = scene()
  ours.connect()
  ours.wire.disconnect()
  expect(ours.last().sent.at(-1)).toBe('41')
  expect(ours.told.at(-1)).toEqual(['disconnect', 'here'])

  const theirs = scene()
  theirs.connect().says('41')
  expect(theirs.told.at(-1)).toEqual(['disconnect', 'server'])
  expect(theirs.wire.connected).toBe(false)
})

test('what does not come about says so, with the server’s reason where there is one', () => {
  const closed = scene()
  closed.wire.connect()
  closed.last().breaks()
  expect(closed.told).toEqual([['connect_error', null]])

  const denied = scene()
  denied.wire.connect()
  denied.last().says('0{}')
  denied.last().says('44{"message":"unauthenticated","data":{"code":"unauthenticated"}}')
  expect(denied.told).toEqual([['connect_error', 'unauthenticated']])

  const silent = scene()
  silent.wire.connect()
  silent.wire.connect()
  expect(silent.pipes).toHaveLength(1)
  vi.advanceTimersByTime(5001)
  expect(silent.told).toEqual([['connect_error', null]])
})
