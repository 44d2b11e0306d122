import { expect, test } from 'vitest'
import { createFolds, type Fold } from '../../server/host/folds.ts'
import { createEncodings } from '../../server/live/encoded.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { ana, bo, cleo, community, room } from './bench.ts'
import { type ParlourEvent, type ParlourState, parlours } from './parlour.ts'

const secret = 'Only Ana and Bo know.'

/** A room that is folded further by hand; how often its state was looked at for somebody is counted. */
async function counted() {
  const store = memoryStore()
  const folds = createFolds({ store, streams: parlours, now: () => 0, tell: () => {} })
  const looks: (string | null)[] = []
  let seq = 0
  async function fold(...events: readonly ParlourEvent[]): Promise<Fold> {
    seq += 1
    const entry = { seq, id: `command-${seq}`, by: ana, at: seq, events, v: 1 }
    const about = { kind: 'meeting', community }
    await store.append([{ stream: room, about, entries: [entry], owes: null, told: [] }])
    const now = await folds.read(room)
    if (!now) throw new Error('There is no room.')
    const seeState: Fold['rules']['seeState'] = (state, viewer) => {
      looks.push(viewer.person)
      return now.rules.seeState(state, viewer)
    }
    return { ...now, rules: { ...now.rules, seeState } }
  }
  return { fold, looks }
}

const said = (text: string): ParlourEvent => ({ type: 'said', text })
const stateIn = (json: string): ParlourState => JSON.parse(json).state

test('many who see the same at one number cost one encoding, whole or as it stands', async () => {
  const { fold, looks } = await counted()
  const encodings = createEncodings()
  const first = await fold(said('hello'))
  for (const person of [ana, bo, cleo, null, ana]) {
    expect(stateIn(encodings.whole(first, person).json).said).toHaveLength(1)
    expect(stateIn(encodings.still(first, person).json).said).toHaveLength(1)
  }
  expect(looks).toEqual([null, null])
  const second = await fold(said('again'))
  for (const person of [ana, bo, null]) expect(stateIn(encodings.whole(second, person).json).said).toHaveLength(2)
  expect(looks).toHaveLength(3)
  // Somebody who was held up is given what they were held up with, and nobody else is.
  expect(stateIn(encodings.whole(first, bo).json).said).toHaveLength(1)
  expect(stateIn(encodings.whole(second, bo).json).said).toHaveLength(2)
})

test('a secret is encoded for its readers alone, whoever asks before them or after', async () => {
  const { fold } = await counted()
  const encodings = createEncodings()
  await fold(said('hello'))
  const now = await fold({ type: 'sealed', only: [ana, bo], apart: secret })
  for (const person of [cleo, ana, null, bo, cleo, ana, null]) {
    for (const how of ['whole', 'still'] as const) {
      const { json, words, bytes } = encodings[how](now, person)
      const isReader = person === ana || person === bo
      expect([person, json.includes(secret), words.has(secret)]).toEqual([person, isReader, isReader])
      expect(bytes).toBe(Buffer.byteLength(json))
    }
  }
})

test('so it is where the state it begins with shows nothing yet, but an entry sent with it does', async () => {
  const { fold } = await counted()
  const before = await fold(said('hello'))
  const now = await fold({ type: 'sealed', only: [ana], apart: secret })
  const undoable = { ...now, rules: { ...now.rules, from: () => before, seesMore: () => false } }
  const encodings = createEncodings()
  for (const person of [null, ana, cleo, ana]) {
    expect([person, encodings.whole(undoable, person).json.includes(secret)]).toEqual([person, person === ana])
  }
})

test('more than there is room for is not kept', async () => {
  const { fold, looks } = await counted()
  const encodings = createEncodings(1_000)
  const small = await fold(said('hello'))
  for (const person of [ana, bo]) encodings.whole(small, person)
  expect(looks).toHaveLength(1)
  const large = await fold(said('x'.repeat(2_000)))
  for (const person of [ana, bo]) encodings.whole(large, person)
  expect(looks).toHaveLength(3)
})
