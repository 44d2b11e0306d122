// Appends without pause and says what was promised, one line each: `node writer.ts <store module> <file>`.
import { writeSync } from 'node:fs'
import type { openSqlite as Open } from '../../server/store/sqlite.ts'
import type { StoredEntry } from '../../server/store/store.ts'

const [module = '', file = ''] = process.argv.slice(2)
const { openSqlite }: { openSqlite: typeof Open } = await import(module)
const store = openSqlite(file)
const about = { kind: 'meeting', community: 'v_one' }
const streams = ['m_a', 'm_b', 'm_c']
for (let seq = 1; ; seq += 1) {
  const entry: StoredEntry = {
    v: 1,
    seq,
    id: `k${seq}`,
    by: 'p_ana',
    at: seq,
    events: [{ type: 'said', text: 'x'.repeat(500) }],
  }
  const answers = await store.append(
    streams.map((stream) => ({ stream, about, entries: [entry], owes: null, told: [] })),
  )
  if (!answers.every(Boolean)) throw new Error('The store said no.')
  writeSync(1, `${seq}\n`)
}
