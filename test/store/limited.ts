// Writes, lets the operating system take away all further writing for a while, and says what happened:
// `node limited.ts <file>`. A process of its own, because the limit holds for the whole process.
import { spawnSync } from 'node:child_process'
import { openSqlite } from '../../server/store/sqlite.ts'
import { type Append, StoreError } from '../../server/store/store.ts'

const store = openSqlite(process.argv[2] ?? '')
const done = { before: 0, during: 0, after: 0 }
const troubles = new Set<string>()
let head = 0

function batch(): readonly Append[] {
  const entry = { seq: head + 1, id: `k${head + 1}`, by: 'p_ana', at: 1, events: [{ text: 'x'.repeat(3000) }], v: 1 }
  return [{ stream: 'm_a', about: { kind: 'meeting', community: 'v_one' }, entries: [entry], owes: null, told: [] }]
}

async function write(when: keyof typeof done, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    try {
      const [yes] = await store.append(batch())
      if (yes) done[when] += 1
      if (yes) head += 1
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      troubles.add(error.trouble)
    }
    head = Math.max(head, (await store.read('m_a', 0)).length)
  }
}

/** The largest file this process may write, in bytes. */
function limit(size: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${size}:`], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

process.on('SIGXFSZ', () => {})
await write('before', 20)
limit('4096')
await write('during', 20)
limit('unlimited')
await write('after', 20)
const stored = (await store.read('m_a', 0)).map(({ seq }) => seq)
console.log(JSON.stringify({ done, troubles: [...troubles], stored: stored.length, last: stored.at(-1) }))
await store.close()
