import type { Seq, StreamId } from '../../shared/types.ts'
import { type Apart, destroyedBy, putTogether, takeApart } from './apart.ts'
import { memoryPeople } from './memory-people.ts'
import { type Append, type CommunityId, type Head, type Store, type StoredEntry, StoreError } from './store.ts'

/** An entry as text, so that nothing in memory is shared with those who wrote or read it. */
interface Row {
  readonly text: string
  aparts: readonly Apart[]
}

interface Log {
  readonly community: CommunityId
  readonly rows: Row[]
}

/** A store for tests: it forgets everything with the process and keeps every other promise. */
export function memoryStore(): Store {
  const logs = new Map<StreamId, Log>()
  let isOpen = true

  function awake(): void {
    if (!isOpen) throw new StoreError('unavailable', 'The store is closed.')
  }

  return {
    people: memoryPeople(),
    async append(batch) {
      awake()
      return batch.map((one) => add(logs, one))
    },
    async read(stream, after) {
      awake()
      return (logs.get(stream)?.rows ?? []).slice(after).map(whole)
    },
    async community(stream) {
      awake()
      return logs.get(stream)?.community ?? null
    },
    async *heads(): AsyncGenerator<Head> {
      awake()
      for (const stream of [...logs.keys()].sort()) {
        const log = logs.get(stream)
        if (log) yield { stream, community: log.community, seq: log.rows.length }
      }
    },
    async close() {
      isOpen = false
    },
  }
}

function add(logs: Map<StreamId, Log>, { stream, community, entries }: Append): boolean {
  const log = logs.get(stream) ?? { community, rows: [] }
  if (!entries.every((entry, n) => entry.seq === log.rows.length + 1 + n)) return false
  for (const entry of entries) {
    const { events, aparts } = takeApart(entry.events)
    log.rows.push({ text: JSON.stringify({ ...entry, events }), aparts: structuredClone(aparts) })
    destroy(log.rows, destroyedBy(entry.events))
  }
  if (entries.length > 0) logs.set(stream, log)
  return true
}

function destroy(rows: readonly Row[], seqs: readonly Seq[]): void {
  for (const seq of seqs) {
    const row = rows[seq - 1]
    if (row) row.aparts = []
  }
}

function whole({ text, aparts }: Row): StoredEntry {
  const entry: StoredEntry = JSON.parse(text)
  return { ...entry, events: putTogether(entry.events, structuredClone(aparts)) }
}
