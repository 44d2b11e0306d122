import { expect, test } from 'vitest'
import { createFolds } from '../../server/host/folds.ts'
import { beginning, wholeFor } from '../../server/live/begin.ts'
import { createEncodings } from '../../server/live/encoded.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { ana, community, room } from './bench.ts'
import { parlours } from './parlour.ts'

const entry = (seq: number) => ({
  seq,
  id: `command-${seq}`,
  by: ana,
  at: seq,
  events: [{ type: 'said', text: `${seq}` }],
})

test('L33 a fold that is held while more is written tells nothing beyond itself', async () => {
  const store = memoryStore()
  const about = { kind: 'meeting', community }
  const entries = [1, 2, 3].map((seq) => ({ ...entry(seq), v: 1 }))
  await store.append([{ stream: room, about, entries, owes: null, told: [] }])
  const folds = createFolds({ store, streams: parlours, now: () => 0, tell: () => {} })
  const held = await folds.read(room)
  if (!held) throw new Error('There is no room.')
  folds.absorb(room, [entry(4)])
  const seqs = (due: ReturnType<typeof beginning>) => due?.what.entries?.map(({ seq }) => seq)
  expect(seqs(beginning(createEncodings(), held, ana, { after: 1, plain: false }))).toEqual([2, 3])
  expect(seqs(beginning(createEncodings(), held, ana, { after: 3, plain: false }))).toEqual([])
  const first = { seq: 1, state: held.rules.initial }
  const undoable = { ...held, rules: { ...held.rules, from: () => first } }
  expect(wholeFor(undoable, ana).entries.map(({ seq }) => seq)).toEqual([2, 3])
})
