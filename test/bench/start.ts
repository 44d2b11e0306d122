// How long a server with a past takes to be there, beside one with none: npm run bench -- start
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqlite } from '../../server/store/sqlite.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import { beginnings, tell } from '../laws/told.ts'
import { Visitor } from '../support/visitor.ts'
import { firstStart, median, serveFolder } from './serving.ts'

const streams = Number(process.env.BENCH_STREAMS ?? 2_000)
const entries = Number(process.env.BENCH_ENTRIES ?? 160_000)
const rounds = 5

interface Folder {
  readonly folder: string
  readonly cookie: string
  readonly meeting: string
  readonly person: string
}

/** A data folder with a circle and its meeting, made by the server itself. */
async function made(): Promise<Folder> {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonround-bench-'))
  const serving = await serveFolder(folder)
  const founder = new Visitor(serving.url)
  const { meeting, person } = await founder.founds('Harrow', 'Ana', 'Bins', ['Bo', 'Cleo'])
  await serving.stop()
  return { folder, cookie: founder.cookie, meeting, person }
}

/** So many more meetings beside it, each with its share of the entries. */
async function grown({ folder }: Folder): Promise<void> {
  const store = openSqlite(path.join(folder, 'app.db'))
  const each = Math.ceil(entries / streams)
  const { log } = tell({ members: 6, settings: {}, beginning: beginnings[1]!, steps: [1, 2, 3] })
  const note = (n: number) => ({
    type: 'block.written',
    block: 'meeting',
    text: `Note ${n} of the minutes, as long as one is.`,
  })
  const meeting = Array.from({ length: each }, (_, n) => {
    const known = log[n]
    const at = 1_780_000_000_000 + n
    return known ?? { seq: n + 1, id: `note-${n}`, by: 'ana', at, events: [note(n)] }
  }).map((entry) => ({ ...entry, v: meetingStream.v }))
  for (let n = 1; n < streams; n += 50) {
    const batch = Array.from({ length: Math.min(50, streams - n) }, (_, k) => ({
      stream: `m_bench${String(n + k).padStart(11, 'a')}`,
      about: { kind: 'meeting', community: 'o_bench' },
      entries: meeting,
      owes: null,
      told: [],
    }))
    await store.append(batch)
  }
  await store.close()
}

/** From spawning to the first 200 and the first answer to `start`, in milliseconds. */
async function timed({ folder, cookie, meeting, person }: Folder): Promise<number> {
  const serving = await serveFolder(folder)
  const answer = await firstStart(serving.url, cookie, meeting, person)
  const took = performance.now() - serving.spawnedAt
  await serving.stop()
  if (!answer.ok) throw new Error(`start: ${answer.reason}`)
  return took
}

const [empty, full] = [await made(), await made()]
await grown(full)
const took = { empty: [] as number[], full: [] as number[] }
for (let round = 0; round < rounds; round += 1) {
  took.empty.push(await timed(empty))
  took.full.push(await timed(full))
}
const [without, within] = [median(took.empty), median(took.full)]
console.log(
  `start with ${streams} streams, ${entries} entries: ${within.toFixed(0)} ms; with none: ${without.toFixed(0)} ms`,
)
console.log(`ratio ${(within / without).toFixed(2)} (at most 1.5)`)
for (const { folder } of [empty, full]) rmSync(folder, { recursive: true, force: true })
if (within / without > 1.5) process.exitCode = 1
