import type { Seq, StreamId } from '../../../shared/types.ts'
import type { Owing } from '../store.ts'
import type { Sql } from './connection.ts'

/** The posts of the stream up to this entry's are owed, as far as they were not told already. */
export function owe(sql: Sql, stream: StreamId, seq: Seq): void {
  sql(`INSERT INTO told (stream, owed, seq) VALUES (?, ?, 0)
       ON CONFLICT DO UPDATE SET owed = excluded.owed WHERE excluded.owed > owed`).run(stream, seq)
}

export function tell(sql: Sql, stream: StreamId, seq: Seq): void {
  sql(`INSERT INTO told (stream, owed, seq) VALUES (?, 0, ?)
       ON CONFLICT DO UPDATE SET seq = excluded.seq WHERE excluded.seq > seq`).run(stream, seq)
}

/** Reads the index of those that owe and nothing else: SQLite refuses the question where it cannot. */
export function owing(sql: Sql): readonly Owing[] {
  return sql('SELECT stream, seq FROM told INDEXED BY told_owing WHERE seq < owed')
    .all()
    .map(({ stream, seq }) => ({ stream: String(stream), told: Number(seq) }))
}
