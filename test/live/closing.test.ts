import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { memoryStore } from '../../server/store/memory.ts'
import { loose } from './bench.ts'
import { until } from './house.ts'
import { madeCircle, type Served, serve } from './serving.ts'

/** How long the server takes to close. */
async function closes({ app }: Served): Promise<number> {
  const from = performance.now()
  await app.close()
  return performance.now() - from
}

async function silent(port: number, said = ''): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await new Promise<void>((connected) => socket.once('connect', () => connected()))
  if (said !== '') socket.write(said)
}

test('N-D6 lines that are asleep, connections that say nothing and half a question hold up no goodbye', async () => {
  const served = await serve()
  const { ana } = await madeCircle(served)
  const url = `ws://127.0.0.1:${served.port}/socket.io/?EIO=4&transport=websocket`
  const asleep = new WebSocket(url, { headers: { cookie: ana.cookie ?? '' } })
  asleep.on('error', () => {})
  const heard: string[] = []
  asleep.on('message', (data) => void heard.push(String(data)))
  asleep.once('open', () => asleep.send('40'))
  await until(() => heard.some((one) => one.startsWith('40')))
  asleep.pause()
  await silent(served.port)
  await silent(served.port, 'GET /api/me HTTP/1.1\r\nHost: x')
  expect(await closes(served)).toBeLessThan(1_000)
  asleep.terminate()
})

test('N-D6 an answer that is under way arrives whole, and then the connection ends', async () => {
  const store = loose(memoryStore())
  const served = await serve({ store })
  const { ana, circle } = await madeCircle(served)
  const gate = Promise.withResolvers<void>()
  let isAsked = false
  store.over.read = async (stream, after, most) => {
    isAsked = true
    await gate.promise
    return store.inner.read(stream, after, most)
  }
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { cookie: ana.cookie ?? '' }
    const path = `/api/circles/${circle}/link`
    const asking = request({ host: '127.0.0.1', port: served.port, path, headers }, (got) => {
      let text = ''
      got.on('data', (piece) => {
        text += piece
      })
      got.on('end', () => resolve({ status: got.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end()
  })
  await until(() => isAsked)
  const closed = closes(served)
  setTimeout(gate.resolve, 700)
  const { status, text } = await answer
  expect([status, Object.keys(JSON.parse(text))]).toEqual([200, ['join', 'screen']])
  expect(await closed).toBeLessThan(1_500)
})
