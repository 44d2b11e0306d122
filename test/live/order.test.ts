import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, bo, circle, cleo, room } from './bench.ts'
import { commandId, type Guest } from './house.ts'
import { openRoom, type Room } from './room.ts'

let made: Room
let guest: Guest

beforeEach(async () => {
  made = await openRoom()
  guest = await made.sit(bo)
})
afterEach(() => made.close())

const send = (more: object) =>
  guest.raw('command', { stream: room, as: bo, id: commandId(), command: { type: 'say', text: 'x' }, ...more })

test('L33 what is wrong is said in one order, so that nobody learns of a stream what they may not', async () => {
  const wrong = { type: 'say', text: 7 }
  // Around the command, whatever else is wrong.
  expect(await send({ id: 'short', as: ana, stream: circle, command: wrong })).toMatchObject({ path: '/id' })
  expect(await send({ more: 1, as: ana, command: wrong })).toMatchObject({ code: 'invalid', path: '/more' })
  // Whose person it is, before what the stream is.
  expect(await send({ as: ana, stream: circle, command: wrong })).toMatchObject({ code: 'forbidden' })
  expect(await send({ as: cleo, command: wrong })).toMatchObject({ code: 'forbidden', reason: 'not_yours' })
  // What is not followed has no kind by which a command could be wrong.
  for (const stream of [circle, 'm_yyyyyyyyyyyyyyyy', 'x_yyyyyyyyyyyyyyyy'])
    for (const command of [wrong, { type: 'nothing' }, null, undefined])
      expect(await send({ stream, command })).toMatchObject({ code: 'not_found' })
  // Then the command, and last what the rules say.
  expect(await send({ command: wrong })).toMatchObject({ code: 'invalid', path: '/command/text' })
  for (const command of [{ type: 'nothing' }, null, undefined, [], 'say'])
    expect(await send({ command })).toMatchObject({ code: 'invalid', path: '/command/type' })
  expect(await send({ command: { type: 'say', text: '' } })).toMatchObject({ code: 'invalid', reason: 'blank' })
  expect(await made.house.store.read(room, 1)).toEqual([])
})

test('L34 what is refused before its credits are taken costs none, and what the rules refuse does', async () => {
  for (let n = 0; n < 30; n += 1) {
    expect(await send({ command: { type: 'say', text: 7 } })).toMatchObject({ code: 'invalid' })
    expect(await send({ stream: circle })).toMatchObject({ code: 'not_found' })
  }
  const answers = await Promise.all(Array.from({ length: 25 }, () => send({ command: { type: 'say', text: '' } })))
  expect(answers.filter(({ reason }) => reason === 'blank')).toHaveLength(20)
  expect(answers.filter(({ code }) => code === 'rate_limited')).toHaveLength(5)
  expect(await send({})).toMatchObject({ code: 'rate_limited' })
})
