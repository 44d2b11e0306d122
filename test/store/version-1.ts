import { DatabaseSync } from 'node:sqlite'

/** The tables as version 1 made them. */
const schema = `
  CREATE TABLE log (
    stream TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), community TEXT NOT NULL,
    id TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, events TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
  ) STRICT;
  CREATE TABLE apart (
    stream TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, value TEXT,
    PRIMARY KEY (stream, seq, n), FOREIGN KEY (stream, seq) REFERENCES log (stream, seq)
  ) STRICT;
  CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY, community TEXT NOT NULL, name TEXT, hint TEXT
  ) STRICT;
  CREATE INDEX person_community ON person (community);
  CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY, secret TEXT NOT NULL UNIQUE, last_seen INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE device_person (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (device, person)
  ) STRICT;
  CREATE INDEX device_person_person ON device_person (person);
  CREATE TABLE device_community (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, community TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')),
    PRIMARY KEY (device, community)
  ) STRICT;
  CREATE TABLE link (
    id TEXT NOT NULL PRIMARY KEY, community TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')), generation INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX link_community ON link (community);
  PRAGMA application_id = ${0x43726e64};
  PRAGMA user_version = 1;
`

/**
 * Two circles, one with two meetings: one has told it everything, the other has not and holds a value, one that was
 * destroyed, and one inside another.
 */
const rows = `
  INSERT INTO log (stream, seq, community, id, actor, at, events) VALUES
    ('c_one', 1, 'o_1', 'k1', 'p_ana', 10, '[{"type":"begun"}]'),
    ('c_one', 2, 'o_1', 'm_b:1:0', 'm_b', 20, '[]'),
    ('c_one', 3, 'o_1', 'm_a:1:0', 'm_a', 21, '[]'),
    ('c_one', 4, 'o_1', 'm_a:2:0', 'm_a', 22, '[]'),
    ('c_one', 5, 'o_1', 'm_a:2:1', 'm_a', 22, '[]'),
    ('m_a', 1, 'o_1', 'k3', 'p_ana', 11, '[{"type":"sealed","apart":null},{"type":"x","in":{"apart":null}}]'),
    ('m_a', 2, 'o_1', 'k4', 'p_bo', 12, '[{"type":"sealed","apart":null}]'),
    ('m_a', 3, 'o_1', 'k5', 'p_bo', 13, '[{"type":"approved","destroys":[2]}]'),
    ('m_b', 1, 'o_1', 'k6', 'p_ana', 14, '[{"type":"begun"}]'),
    ('c_two', 1, 'o_2', 'k7', 'p_cem', 15, '[{"type":"begun"}]');
  INSERT INTO apart (stream, seq, n, value) VALUES
    ('m_a', 1, 0, '"Walter"'), ('m_a', 1, 1, '{"word":1}'), ('m_a', 2, 0, NULL);
  INSERT INTO person (id, community, name, hint) VALUES
    ('p_ana', 'o_1', 'Ana', NULL), ('p_bo', 'o_1', NULL, NULL), ('p_cem', 'o_2', 'Cem', 'house 4');
  INSERT INTO device (id, secret, last_seen) VALUES ('d_1', 'hash 1', 5), ('d_2', 'hash 2', 6);
  INSERT INTO device_person (device, person) VALUES ('d_1', 'p_ana');
  INSERT INTO device_community (device, community, grade) VALUES
    ('d_1', 'o_2', 'screen'), ('d_1', 'o_1', 'join'), ('d_2', 'o_begun_and_dropped', 'join');
  INSERT INTO link (id, community, grade, generation) VALUES
    ('l_2', 'o_1', 'join', 3), ('l_1', 'o_1', 'screen', 1), ('l_3', 'o_2', 'join', 1),
    ('l_4', 'o_begun_and_dropped', 'join', 1);
`

/** A database as version 1 left it, closed. */
export function makeVersion1(file: string): void {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; BEGIN; ${schema} ${rows} COMMIT;`)
  db.close()
}

interface Entry1 {
  readonly seq: number
  readonly id: string
  readonly by: string
  readonly at: number
  readonly events: unknown
}

/** Every entry by stream, read from the tables as version 1 read them. */
export function entriesOfVersion1(file: string): Readonly<Record<string, readonly Entry1[]>> {
  const db = new DatabaseSync(file, { readOnly: true })
  const aparts = new Map(
    db
      .prepare('SELECT stream, seq, n, value FROM apart')
      .all()
      .map(({ stream, seq, n, value }) => [`${stream} ${seq} ${n}`, JSON.parse(String(value))]),
  )
  const streams: Record<string, Entry1[]> = {}
  for (const row of db.prepare('SELECT * FROM log ORDER BY stream, seq').all()) {
    let n = 0
    const filled = (key: string, value: unknown) =>
      key === 'apart' ? aparts.get(`${row.stream} ${row.seq} ${n++}`) : value
    const entry = { seq: Number(row.seq), id: String(row.id), by: String(row.actor), at: Number(row.at) }
    streams[String(row.stream)] ??= []
    streams[String(row.stream)]?.push({ ...entry, events: JSON.parse(String(row.events), filled) })
  }
  db.close()
  return streams
}
