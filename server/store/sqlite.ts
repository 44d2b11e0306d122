import type { Seq, StreamId } from '../../shared/types.ts'
import { type Apart, destroyedBy, putTogether, takeApart } from './apart.ts'
import { type Connection, connect, type Sql } from './sqlite/connection.ts'
import { owe, owing, tell } from './sqlite/marks.ts'
import { sqlitePeople } from './sqlite/people.ts'
import { type About, type Append, type Listed, type Store, type StoredEntry, StoreError } from './store.ts'

/** Opens or makes the database in `file`. Throws a `StoreError` whose message is one sentence for the operator. */
export function openSqlite(file: string): Store {
  const connection = connect(file)
  return {
    people: sqlitePeople(connection),
    async append(batch) {
      return append(connection, batch)
    },
    async read(stream, after, most) {
      return connection.run((sql) => read(sql, { stream, after, most }))
    },
    async about(stream) {
      return connection.run((sql) => {
        const row = sql('SELECT kind, community FROM stream WHERE id = ?').get(stream)
        return row ? aboutFrom(row) : null
      })
    },
    async heads(streams) {
      return connection.run((sql) => heads(sql, streams))
    },
    async *streams() {
      let next = connection.run((sql) => listedAfter(sql, ''))
      while (next) {
        yield next
        const { stream } = next
        next = connection.run((sql) => listedAfter(sql, stream))
      }
    },
    async owing() {
      return connection.run(owing)
    },
    async told(stream, seq) {
      connection.write((sql) => tell(sql, stream, seq))
    },
    async tidy() {
      connection.tidy()
    },
    async close() {
      connection.close()
    },
  }
}

function append(connection: Connection, batch: readonly Append[]): readonly boolean[] {
  const destroyed: Seq[] = []
  const answers = connection.write((sql) =>
    batch.map(({ stream, about, entries, owes, told }) => {
      const head = headOf(sql, stream)
      if (!entries.every((entry, n) => entry.seq === head + 1 + n)) return false
      if (head === 0 && entries.length > 0) begin(sql, stream, about)
      for (const entry of entries) destroyed.push(...insert(sql, stream, entry))
      if (owes !== null) owe(sql, stream, owes)
      for (const mark of told) tell(sql, mark.stream, mark.seq)
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

function begin(sql: Sql, stream: StreamId, { kind, community }: About): void {
  sql('INSERT INTO stream (id, kind, community) VALUES (?, ?, ?)').run(stream, kind, community)
}

/** Returns the entries whose `apart`s were destroyed. */
function insert(sql: Sql, stream: StreamId, entry: StoredEntry): readonly Seq[] {
  const { events, aparts } = takeApart(entry.events)
  sql(`INSERT INTO log (stream, seq, community, id, actor, at, events, v)
       VALUES (?, ?, (SELECT community FROM stream WHERE id = ?), ?, ?, ?, ?, ?)`).run(
    stream,
    entry.seq,
    stream,
    entry.id,
    entry.by,
    entry.at,
    JSON.stringify(events),
    entry.v,
  )
  for (const { n, value } of aparts) {
    const text = JSON.stringify(value)
    sql('INSERT INTO apart (stream, seq, n, value) VALUES (?, ?, ?, ?)').run(stream, entry.seq, n, text)
  }
  const gone = destroyedBy(entry.events)
  for (const seq of gone) sql('UPDATE apart SET value = NULL WHERE stream = ? AND seq = ?').run(stream, seq)
  return gone
}

interface Wanted {
  readonly stream: StreamId
  readonly after: Seq
  readonly most: number | undefined
}

/** One question where nothing is new. */
function read(sql: Sql, { stream, after, most = -1 }: Wanted): readonly StoredEntry[] {
  const text = 'SELECT seq, id, actor, at, events, v FROM log WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?'
  const rows = sql(text).all(stream, after, most)
  if (rows.length === 0) return []
  if (rows.some(({ seq }, n) => seq !== after + 1 + n)) {
    throw new StoreError('unavailable', 'The database has lost entries. Restore a backup.')
  }
  const aparts = apartsOf(sql, { stream, after, last: after + rows.length })
  return rows.map((row) => {
    const seq = Number(row.seq)
    const events = putTogether(JSON.parse(String(row.events)), aparts.get(seq) ?? [])
    return { seq, id: String(row.id), by: String(row.actor), at: Number(row.at), events, v: Number(row.v) }
  })
}

interface Stretch {
  readonly stream: StreamId
  readonly after: Seq
  readonly last: Seq
}

function apartsOf(sql: Sql, { stream, after, last }: Stretch): ReadonlyMap<Seq, readonly Apart[]> {
  const aparts = new Map<Seq, Apart[]>()
  const kept = sql('SELECT seq, n, value FROM apart WHERE stream = ? AND seq > ? AND seq <= ? AND value IS NOT NULL')
  for (const { seq, n, value } of kept.iterate(stream, after, last)) {
    const list = aparts.get(Number(seq)) ?? []
    list.push({ n: Number(n), value: JSON.parse(String(value)) })
    aparts.set(Number(seq), list)
  }
  return aparts
}

function headOf(sql: Sql, stream: StreamId): Seq {
  return Number(sql('SELECT max(seq) AS seq FROM log WHERE stream = ?').get(stream)?.seq ?? 0)
}

function heads(sql: Sql, streams: readonly StreamId[]): ReadonlyMap<StreamId, Seq> {
  const rows = sql(`SELECT value AS stream, (SELECT max(seq) FROM log WHERE stream = value) AS seq FROM json_each(?)`)
    .all(JSON.stringify(streams))
    .filter(({ seq }) => seq !== null)
  return new Map(rows.map(({ stream, seq }) => [String(stream), Number(seq)]))
}

function listedAfter(sql: Sql, after: string): Listed | null {
  const row = sql('SELECT id, kind, community FROM stream WHERE id > ? ORDER BY id LIMIT 1').get(after)
  if (!row) return null
  const stream = String(row.id)
  return { stream, about: aboutFrom(row), seq: headOf(sql, stream) }
}

function aboutFrom({ kind, community }: Record<string, unknown>): About {
  return { kind: String(kind), community: String(community) }
}
