import { afterEach, expect, test, vi } from 'vitest'
import { choose } from '../../../client/live/http/chosen.ts'
import { keyOf, type Live } from '../../../client/live/state.ts'
import { opening } from '../../../client/opening.ts'
import { desks, phones } from '../../../client/processes/index.ts'
import { firstOfMeeting } from '../../../client/screens/meeting/first.ts'
import { stations } from '../../../client/screens/meeting/stations.ts'
import { firstOfRoom } from '../../../client/screens/room/first.ts'
import { stationOf } from '../../../shared/meeting/shown.ts'
import type { AnyState } from '../../../shared/protocol.ts'
import { Play } from '../../support/play.ts'
import { asked, six } from '../../support/started.ts'
import { fakeHttp } from './fake-http.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A live part to which states come when the test says so. */
function coming() {
  const follows: Record<string, { replica: { seq: number | null; visible: AnyState }; refused: unknown }> = {}
  const listeners = new Set<() => void>()
  const stopped: string[] = []
  const live = {
    getState: () => ({ follows }),
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    follow(view: { stream: string; as: string | null }) {
      const key = keyOf(view)
      follows[key] ??= { replica: { seq: null, visible: null }, refused: null }
      return () => stopped.push(key)
    },
  } as unknown as Live
  return {
    live,
    follows,
    listeners,
    stopped,
    comes(stream: string, as: string | null, visible: AnyState) {
      follows[keyOf({ stream, as })] = { replica: { seq: 1, visible }, refused: null }
      for (const listener of listeners) listener()
    },
    refused(stream: string, as: string | null) {
      follows[keyOf({ stream, as })] = { replica: { seq: null, visible: null }, refused: { code: 'not_found' } }
      for (const listener of listeners) listener()
    },
  }
}

function mine(...people: readonly string[]) {
  const circle = 'c_harrow'
  return {
    people: people.map((person) => ({ person, name: person, hint: null, circles: [circle] })),
    circles: [{ circle, name: 'Harrow Lane', grade: 'join', meeting: 'm_one' }],
  }
}

test('a meeting is first looked at with the eyes of whoever of this device was chosen', async () => {
  fakeHttp({ '/api/me': mine('bo', 'cleo') })
  choose('c_harrow', 'cleo')
  const { live, follows, comes, listeners } = coming()
  const first = firstOfMeeting(live, 'm_one')
  await vi.waitFor(() => expect(Object.keys(follows)).toEqual([keyOf({ stream: 'm_one', as: 'cleo' })]))
  comes('m_one', 'cleo', asked('spoken').state)
  await first
  expect(stations.phone.held()).toHaveProperty('part')
  expect(phones.consent.held()).toHaveProperty('part')
  expect(listeners.size).toBe(0)
})

test('the facilitator’s is the desk, with what runs there', async () => {
  fakeHttp({ '/api/me': mine('ana') })
  const { live, comes, follows } = coming()
  const first = firstOfMeeting(live, 'm_one')
  await vi.waitFor(() => expect(Object.keys(follows)).toHaveLength(1))
  comes('m_one', 'ana', asked('spoken').state)
  await first
  expect([stations.desk.held(), desks.consent.held()]).toEqual([
    expect.objectContaining({ part: expect.anything() }),
    expect.objectContaining({ part: expect.anything() }),
  ])
})

test('a stranger, a refusal and a server that is not there end it at once: their screens say so', async () => {
  fakeHttp({ '/api/me': { people: [], circles: [] } })
  const stranger = coming()
  await firstOfMeeting(stranger.live, 'm_one')
  expect(stranger.follows).toEqual({})
  fakeHttp({ '/api/me': mine('bo') })
  const { live, refused, follows } = coming()
  const first = firstOfMeeting(live, 'm_one')
  await vi.waitFor(() => expect(Object.keys(follows)).toHaveLength(1))
  refused('m_one', 'bo')
  await first
  fakeHttp({})
  await firstOfMeeting(coming().live, 'm_one')
})

test('the wall first looks at its circle, then at the meeting that it shows', async () => {
  const play = asked('spoken')
  const { live, comes, follows } = coming()
  const first = firstOfRoom(live, 'c_harrow')
  comes('c_harrow', null, play.circle)
  await vi.waitFor(() => expect(Object.keys(follows)).toContain(keyOf({ stream: 'm_one', as: null })))
  comes('m_one', null, play.state)
  await first
})

test('what is not here after a while is waited for by its screen, and its copy is given back', async () => {
  vi.useFakeTimers()
  const { live, stopped } = coming()
  let isOver = false
  const waiting = opening(live, '/room/c_harrow').then(() => {
    isOver = true
  })
  await vi.advanceTimersByTimeAsync(2_400)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  await waiting
  expect(stopped).toEqual([])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(stopped).toEqual([keyOf({ stream: 'c_harrow', as: null })])
})

test('an address that leads nowhere is drawn at once', async () => {
  for (const path of ['/nowhere/at/all', '/room', '/constructor', '/m/m_one/minutes', '/'])
    await opening(coming().live, path)
})

test('whose surface it is: the chair’s, the table’s, or still the door', () => {
  const gathering = new Play(six, 'ana').calls('ana', 'Ladder')
  expect([stationOf(gathering.now, 'ana'), stationOf(gathering.now, 'bo'), stationOf(gathering.now, 'zoe')]).toEqual([
    'desk',
    'lobby',
    'lobby',
  ])
  const open = asked('spoken', { missing: ['finn'] }).now
  expect([
    stationOf(open, 'bo'),
    stationOf(open, 'finn'),
    stationOf(open, 'finn', true),
    stationOf(open, null),
  ]).toEqual(['phone', 'lobby', 'phone', 'phone'])
})
