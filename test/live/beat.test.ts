import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ana, ask, bo, room, say } from './bench.ts'
import { until } from './house.ts'
import { openRoom, type Room } from './room.ts'
import { openWired } from './wired.ts'

let made: Room
const unhandled = vi.fn()

beforeEach(async () => {
  unhandled.mockReset()
  process.on('unhandledRejection', unhandled)
  made = await openRoom()
})
afterEach(async () => {
  await made.close()
  process.off('unhandledRejection', unhandled)
})

const fails = async () => {
  throw new Error('This must not be the end.')
}
const says = (message: string) => until(() => made.house.log.lines.some((line) => line.message === message), message)

test('N-D5 what fails in a beat is said in the log, and the next step and the next beat come all the same', async () => {
  const { host } = made.house.app
  const guest = await made.sit(bo)
  const catching = vi.spyOn(host, 'catchUp').mockImplementationOnce(fails)
  const sweeping = vi.spyOn(host, 'sweep').mockImplementationOnce(fails)
  await says('heads could not be told')
  await says('the sweep failed')
  await guest.hears('head')
  expect(catching.mock.calls.length).toBeGreaterThan(1)
  expect(sweeping.mock.calls.length).toBeGreaterThan(0)
  expect(unhandled).not.toHaveBeenCalled()
}, 30_000)

test('N-D5 a beat that has not ended holds back the next one', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const wired = await openWired()
  const aMinute = () => vi.advanceTimersByTimeAsync(60_000)
  const gate = Promise.withResolvers<void>()
  const sweeping = vi.spyOn(wired.host, 'sweep').mockReturnValue(gate.promise)
  await aMinute()
  await aMinute()
  expect(sweeping).toHaveBeenCalledTimes(1)
  gate.resolve()
  await aMinute()
  expect(sweeping.mock.calls.length).toBeGreaterThan(2)
  vi.useRealTimers()
  await wired.close()
})

test('N-D5 that it cannot be told who is here is no end of anything', async () => {
  const wired = await openWired()
  await wired.host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle: null }))
  const asking = vi.spyOn(wired.nodes.presence, 'unreachable')
  const { guest } = await wired.come(ana)
  await guest.start(room, ana)
  await until(() => asking.mock.calls.length === 2)
  asking.mockImplementationOnce(fails)
  await wired.host.run(say('hello'))
  await until(() => asking.mock.calls.length === 3)
  expect(await guest.send(room, ana, { type: 'chair', to: null })).toMatchObject({ ok: true })
  await guest.hears('here', ({ facilitatorGone }) => facilitatorGone === null)
  await wired.close()
  expect(unhandled).not.toHaveBeenCalled()
})
