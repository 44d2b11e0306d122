import type { Seq, StreamId } from '../../shared/types.ts'
import { type Apart, destroyedBy, putTogether, takeApart } from './apart.ts'
import { type Connection, connect, type Sql } from './sqlite-connection.ts'
import { sqlitePeople } from './sqlite-people.ts'
import type { Append, Head, Store, StoredEntry } from './store.ts'

/** Opens or makes the database in `file`. Throws a `StoreError` whose message is one sentence for the operator. */
export function openSqlite(file: string): Store {
  const connection = connect(file)
  return {
    people: sqlitePeople(connection),
    async append(batch) {
      return append(connection, batch)
    },
    async read(stream, after) {
      return connection.run((sql) => read(sql, stream, after))
    },
    async community(stream) {
      return connection.run((sql) => {
        const row = sql('SELECT community FROM log WHERE stream = ? AND seq = 1').get(stream)
        return row ? String(row.community) : null
      })
    },
    async *heads() {
      let next = connection.run((sql) => headAfter(sql, ''))
      while (next) {
        yield next
        const { stream } = next
        next = connection.run((sql) => headAfter(sql, stream))
      }
    },
    async close() {
      connection.close()
    },
  }
}

function append(connection: Connection, batch: readonly Append[]): readonly boolean[] {
  const destroyed: Seq[] = []
  const answers = connection.write((sql) =>
    batch.map(({ stream, community, entries }) => {
      const head = headOf(sql, stream)
      if (!entries.every((entry, n) => entry.seq === head + 1 + n)) return false
      for (const entry of entries) destroyed.push(...insert(sql, { stream, community, entries: [entry] }, entry))
      return true
    }),
  )
  batch.forEach(({ stream, entries }, n) => {
    const last = entries.at(-1)
    if (answers[n] && last) connection.promise(stream, last.seq)
  })
  if (destroyed.length > 0) connection.truncate()
  return answers
}

/** Returns the entries whose `apart`s were destroyed. */
function insert(sql: Sql, { stream, community }: Append, entry: StoredEntry): readonly Seq[] {
  const { events, aparts } = takeApart(entry.events)
  sql('INSERT INTO log (stream, seq, community, id, actor, at, events) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    stream,
    entry.seq,
    community,
    entry.id,
    entry.by,
    entry.at,
    JSON.stringify(events),
  )
  for (const { n, value } of aparts) {
    const text = JSON.stringify(value)
    sql('INSERT INTO apart (stream, seq, n, value) VALUES (?, ?, ?, ?)').run(stream, entry.seq, n, text)
  }
  const gone = destroyedBy(entry.events)
  for (const seq of gone) sql('UPDATE apart SET value = NULL WHERE stream = ? AND seq = ?').run(stream, seq)
  return gone
}

function read(sql: Sql, stream: StreamId, after: Seq): readonly StoredEntry[] {
  const aparts = new Map<Seq, Apart[]>()
  const kept = sql('SELECT seq, n, value FROM apart WHERE stream = ? AND seq > ? AND value IS NOT NULL')
  for (const { seq, n, value } of kept.iterate(stream, after)) {
    const list = aparts.get(Number(seq)) ?? []
    list.push({ n: Number(n), value: JSON.parse(String(value)) })
    aparts.set(Number(seq), list)
  }
  const rows = sql('SELECT seq, id, actor, at, events FROM log WHERE stream = ? AND seq > ? ORDER BY seq')
  return rows.all(stream, after).map((row) => {
    const seq = Number(row.seq)
    const events = putTogether(JSON.parse(String(row.events)), aparts.get(seq) ?? [])
    return { seq, id: String(row.id), by: String(row.actor), at: Number(row.at), events }
  })
}

function headOf(sql: Sql, stream: StreamId): Seq {
  return Number(sql('SELECT max(seq) AS seq FROM log WHERE stream = ?').get(stream)?.seq ?? 0)
}

function headAfter(sql: Sql, after: string): Head | null {
  const stream = sql('SELECT min(stream) AS stream FROM log WHERE stream > ?').get(after)?.stream
  if (typeof stream !== 'string') return null
  const row = sql('SELECT community, seq FROM log WHERE stream = ? ORDER BY seq DESC LIMIT 1').get(stream)
  return row ? { stream, community: String(row.community), seq: Number(row.seq) } : null
}
