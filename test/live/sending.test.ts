import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { type Alike, createSending, type SendingParts } from '../../server/http/sending.ts'
import { until } from './house.ts'

const large = 'x'.repeat(70_000)
const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** Answers everything with these pieces; what is packed waits until it is let go. */
async function opened(pieces: readonly string[], parts: Partial<SendingParts> = {}, alike?: () => Alike) {
  const held: (() => void)[] = []
  let most = 0
  const hold = async (bytes: Buffer) => {
    await new Promise<void>((go) => {
      held.push(go)
      most = Math.max(most, held.length)
    })
    return bytes
  }
  const sending = createSending({ packers: { br: hold, gzip: hold }, ...parts })
  const web = Fastify()
  web.decorateReply('refused', null)
  web.get('/', (asked, reply) => sending.json(asked, reply.header('etag', '"1"'), pieces, alike?.()))
  await web.listen({ host: '127.0.0.1', port: 0 })
  ends.push(() => web.close())
  const { port } = web.server.address() as AddressInfo
  return { port, held, most: () => most }
}

/** Reads nothing of the answer before it is told to, if it ever is. */
function come(port: number, encoding: string) {
  const headers = { 'accept-encoding': encoding }
  const asking = request({ host: '127.0.0.1', port, path: '/', headers, agent: false })
  const answer = new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    asking.on('response', resolve)
    asking.on('error', reject)
  })
  asking.end()
  ends.push(async () => asking.destroy())
  async function text(): Promise<string> {
    let all = ''
    for await (const piece of await answer) all += piece
    return all
  }
  return { answer, text, leave: () => asking.destroy() }
}

test('N-D10 few large answers are made ready at once, and all come', async () => {
  const { port, held, most } = await opened(['{"a":"', large, '"}'], { atOnce: 2 })
  const all = Array.from({ length: 7 }, () => come(port, 'br'))
  for (let n = 0; n < 7; n += 1) {
    await until(() => held.length > 0, 'the next to be packed')
    if (n < 5) await until(() => held.length === 2, 'two at once')
    held.shift()?.()
  }
  for (const one of all) expect(JSON.parse(await one.text())).toEqual({ a: large })
  expect(most()).toBe(2)
})

test('N-D10 small ones wait for nobody', async () => {
  const { port, held } = await opened([JSON.stringify({ a: 'y'.repeat(2_000) })], { atOnce: 1 })
  const all = Array.from({ length: 5 }, () => come(port, 'gzip'))
  await until(() => held.length === 5, 'all at once')
  for (const go of held) go()
  for (const one of all) expect(JSON.parse(await one.text()).a).toHaveLength(2_000)
})

test('N-D10 where too many wait, the next is told when to come again', async () => {
  const { port, held } = await opened([large], { atOnce: 1, waiting: 2 })
  const first = come(port, 'br')
  await until(() => held.length === 1, 'the first')
  const later = Array.from({ length: 5 }, () => come(port, 'br'))
  const answers = await Promise.all(later.map(({ answer }) => Promise.race([answer, quiet(later, 3)])))
  const refused = answers.filter((one) => one?.statusCode === 503)
  expect(refused).toHaveLength(3)
  for (const one of refused) {
    expect(one?.headers).toMatchObject({ 'retry-after': '2', 'cache-control': 'no-store' })
    expect([one?.headers.etag, one?.headers['content-encoding']]).toEqual([undefined, undefined])
  }
  for (let n = 0; n < 3; n += 1) {
    await until(() => held.length > 0, 'the next')
    held.shift()?.()
  }
  expect(await first.text()).toBe(large)
})

/** Null once so many of these have an answer. */
async function quiet(all: readonly ReturnType<typeof come>[], answered: number): Promise<null> {
  let count = 0
  for (const { answer } of all)
    void answer.then(
      () => {
        count += 1
      },
      () => {},
    )
  await until(() => count >= answered, 'enough answers')
  return null
}

test('N-D10 many who are sent the same at once are sent the same bytes, for a moment', async () => {
  const alike = { of: {}, tag: 'a', now: 1_000 }
  // Room for one.
  const { port, held } = await opened([large], { atOnce: 1, underway: 100_000 }, () => ({ ...alike }))
  const first = Array.from({ length: 20 }, () => come(port, 'br'))
  await until(() => held.length === 1, 'the first')
  held.shift()?.()
  for (const one of first) expect(await one.text()).toBe(large)
  expect(held).toEqual([])
  alike.now += 999
  expect(await come(port, 'br').text()).toBe(large)
  for (const change of [{ now: 2_000 }, { tag: 'b' }, { of: {} }, { now: 500 }]) {
    Object.assign(alike, change)
    const next = come(port, 'br')
    await until(() => held.length === 1, JSON.stringify(change))
    held.shift()?.()
    expect(await next.text()).toBe(large)
  }
  // Whoever takes it in another way gets it in that.
  const zipped = come(port, 'gzip')
  await until(() => held.length === 1, 'the other way')
  held.shift()?.()
  expect((await zipped.answer).headers['content-encoding']).toBe('gzip')
})

test('N-D10 what could not be packed is tried again for whoever asks next', async () => {
  let isBroken = true
  const pack = async (bytes: Buffer) => {
    if (isBroken) throw new Error('no memory')
    return bytes
  }
  const alike = { of: {}, tag: 'a', now: 1_000 }
  const { port } = await opened([large], { packers: { br: pack, gzip: pack } }, () => alike)
  expect((await come(port, 'br').answer).statusCode).toBe(500)
  isBroken = false
  expect(await come(port, 'br').text()).toBe(large)
})

test('N-D4 who takes a large answer too slowly keeps it from others only up to a bound', async () => {
  // More than the kernel takes off our hands.
  const huge = 'x'.repeat(24 * 1024 * 1024)
  const { port } = await opened([huge], { underway: 30 * 1024 * 1024 })
  const slow = come(port, 'identity')
  expect((await slow.answer).statusCode).toBe(200)
  const second = await come(port, 'identity').answer
  expect(second.statusCode).toBe(503)
  expect(second.headers['retry-after']).toBe('2')
  slow.leave()
  const third = await until(async () => {
    const one = come(port, 'identity')
    return (await one.answer).statusCode === 200 ? one : null
  }, 'room again')
  expect(await third.text()).toHaveLength(huge.length)
})
