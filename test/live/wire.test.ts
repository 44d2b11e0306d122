import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWire, type Pipe, type Wire } from '../../client/live/wire.ts'
import type { Batch, Started } from '../../shared/protocol.ts'
import { PROTOCOL } from '../../shared/protocol.ts'
import { Visitor } from '../support/visitor.ts'
import { type Served, serve } from './serving.ts'

let served: Served
const wires: Wire[] = []

beforeEach(async () => {
  served = await serve()
})
afterEach(async () => {
  for (const wire of wires.splice(0)) wire.disconnect()
  await served.stop()
})

/** A page's line, from a device with these cookies. */
function lineOf(cookie: string): Wire {
  const url = `ws://127.0.0.1:${served.port}/socket.io/?EIO=4&transport=websocket`
  // Node's WebSocket takes headers, which browsers add by themselves.
  const options = { headers: { cookie } } as unknown as string[]
  const wire = createWire(() => new WebSocket(url, options) as Pipe)
  wires.push(wire)
  return wire
}

const told = <T>(listen: (heard: (what: T) => void) => void) => new Promise<T>((heard) => listen(heard))

async function founded() {
  const visitor = new Visitor(`http://127.0.0.1:${served.port}`)
  const made = await visitor.founds('General Circle', 'Lior', 'Guest room price', ['Noor'])
  return { visitor, made }
}

test('a page’s line starts, sends, and hears what was done', async () => {
  const { visitor, made } = await founded()
  const wire = lineOf(visitor.cookie)
  const up = told<void>((heard) => wire.on('connect', heard))
  wire.connect()
  await up
  const view = { stream: made.meeting, as: made.person }
  const begun = await told<Started>((heard) =>
    wire.ask('start', { protocol: PROTOCOL, ...view, after: null }, 5000, (answer) => heard(answer as Started)),
  )
  expect(begun).toMatchObject({ ok: true, state: { name: 'General Circle' } })
  const entries = told<Batch>((heard) => wire.on('entries', heard))
  const command = { type: 'item.add', title: 'Keys', kind: 'decide' } as const
  const done = told<unknown>((heard) => wire.ask('command', { ...view, id: 'a'.repeat(24), command }, 5000, heard))
  expect((await entries).entries.map(({ seq }) => seq)).toEqual([begun.seq + 1])
  expect(await done).toEqual({ ok: true, seq: begun.seq + 1 })
})

test('a device nobody knows is told so at the door', async () => {
  const wire = lineOf('')
  const code = told<string | null>((heard) => wire.on('connect_error', heard))
  wire.connect()
  expect(await code).toBe('unauthenticated')
})

test('a server that stops says goodbye and ends the line', async () => {
  const { visitor } = await founded()
  const wire = lineOf(visitor.cookie)
  const up = told<void>((heard) => wire.on('connect', heard))
  wire.connect()
  await up
  const bye = told<string>((heard) => wire.on('bye', heard))
  const down = told<string>((heard) => wire.on('disconnect', heard))
  await served.app.close()
  expect(await bye).toBe('restarting')
  expect(['server', 'network']).toContain(await down)
})
