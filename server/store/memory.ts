import type { Seq, StreamId } from '../../shared/types.ts'
import { type Apart, destroyedBy, putTogether, takeApart } from './apart.ts'
import { createMarks, type Marks } from './memory/marks.ts'
import { memoryPeople } from './memory/people.ts'
import { type About, type Append, type Listed, type Store, type StoredEntry, StoreError } from './store.ts'

/** An entry as text, so that nothing in memory is shared with those who wrote or read it. */
interface Row {
  readonly text: string
  aparts: readonly Apart[]
}

interface Log {
  readonly about: About
  readonly rows: Row[]
}

/** A store for tests: it forgets everything with the process and keeps every other promise. */
export function memoryStore(): Store {
  const logs = new Map<StreamId, Log>()
  const marks = createMarks()
  let isOpen = true

  function awake(): void {
    if (!isOpen) throw new StoreError('unavailable', 'The store is closed.')
  }

  return {
    people: memoryPeople(),
    async append(batch) {
      awake()
      return batch.map((one) => add(logs, marks, one))
    },
    async read(stream, after, most = Number.POSITIVE_INFINITY) {
      awake()
      return (logs.get(stream)?.rows ?? []).slice(after, after + most).map(whole)
    },
    async about(stream) {
      awake()
      const log = logs.get(stream)
      return log ? { ...log.about } : null
    },
    async heads(streams) {
      awake()
      return new Map(
        streams.flatMap((stream): readonly [StreamId, Seq][] => {
          const log = logs.get(stream)
          return log ? [[stream, log.rows.length]] : []
        }),
      )
    },
    async *streams(): AsyncGenerator<Listed> {
      awake()
      for (const [stream, { about, rows }] of logs) yield { stream, about: { ...about }, seq: rows.length }
    },
    async owing() {
      awake()
      return marks.owing()
    },
    async told(stream, seq) {
      awake()
      marks.tell(stream, seq)
    },
    async tidy() {},
    async close() {
      isOpen = false
    },
  }
}

function add(logs: Map<StreamId, Log>, marks: Marks, { stream, about, entries, owes, told }: Append): boolean {
  const { kind, community } = about
  const log = logs.get(stream) ?? { about: { kind, community }, rows: [] }
  if (!entries.every((entry, n) => entry.seq === log.rows.length + 1 + n)) return false
  for (const entry of entries) {
    const { events, aparts } = takeApart(entry.events)
    log.rows.push({ text: JSON.stringify({ ...entry, events }), aparts: structuredClone(aparts) })
    destroy(log.rows, destroyedBy(entry.events))
  }
  if (entries.length > 0) logs.set(stream, log)
  if (owes !== null) marks.owe(stream, owes)
  for (const mark of told) marks.tell(mark.stream, mark.seq)
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
