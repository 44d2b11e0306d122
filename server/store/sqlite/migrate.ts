import type { DatabaseSync } from 'node:sqlite'
import { type Free, freeOn, keepCopy, noRoom } from './copy.ts'
import { isFull } from './errors.ts'

/**
 * From version 1 to 2. Only here an id says what its stream is: version 1 wrote it nowhere else. Each community of
 * version 1 has one circle; links and grants that lead to none are left behind. How far a meeting had told its circle is
 * read off the ids of what arrived there (`stream:seq:n`); whether anything was owed after that, the next start finds out.
 */
const toVersion2 = `
  ALTER TABLE log ADD COLUMN v INTEGER NOT NULL DEFAULT 1;

  CREATE TABLE stream (
    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, community TEXT NOT NULL
  ) STRICT;
  INSERT INTO stream (id, kind, community)
    SELECT stream, CASE WHEN stream GLOB 'c_*' THEN 'circle' WHEN stream GLOB 'm_*' THEN 'meeting' END, min(community)
    FROM log GROUP BY stream;

  CREATE TABLE told (
    stream TEXT NOT NULL PRIMARY KEY, owed INTEGER NOT NULL, seq INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX told_owing ON told (stream, seq) WHERE seq < owed;
  INSERT INTO told (stream, owed, seq)
    WITH arrived AS (
      SELECT actor, max(CAST(substr(id, instr(id, ':') + 1) AS INTEGER)) AS seq
      FROM log WHERE instr(id, ':') > 0 GROUP BY actor
    )
    SELECT id, (SELECT max(seq) FROM log WHERE log.stream = stream.id), coalesce(arrived.seq, 0)
    FROM stream LEFT JOIN arrived ON arrived.actor = stream.id WHERE kind = 'meeting';

  CREATE TABLE device_circle (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, circle TEXT NOT NULL, community TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')),
    PRIMARY KEY (device, circle)
  ) STRICT;
  INSERT INTO device_circle (device, circle, community, grade)
    SELECT device, stream.id, community, grade FROM device_community JOIN stream USING (community)
    WHERE kind = 'circle' ORDER BY device_community.rowid;
  DROP TABLE device_community;

  ALTER TABLE link RENAME TO link_1;
  CREATE TABLE link (
    id TEXT NOT NULL PRIMARY KEY, community TEXT NOT NULL, circle TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')), generation INTEGER NOT NULL
  ) STRICT;
  INSERT INTO link (id, community, circle, grade, generation)
    SELECT link_1.id, community, stream.id, grade, generation FROM link_1 JOIN stream USING (community)
    WHERE kind = 'circle' ORDER BY link_1.rowid;
  DROP TABLE link_1;
  CREATE INDEX link_circle ON link (circle);
`

/**
 * Brings a database of an older version to this one, all or nothing; one of this version is left as it is. Before that
 * it is copied beside itself, once. Cut off at any moment, the next start goes on. `file` is where `db` lies; `free`
 * answers how many bytes its disk still takes. Throws `unusable` where there is no room, and then nothing has changed.
 */
export function migrate(db: DatabaseSync, file: string, free: Free = freeOn): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (found !== 1) return
  keepCopy(db, { file, version: found, free })
  try {
    db.exec(`BEGIN IMMEDIATE; ${toVersion2} PRAGMA user_version = 2; COMMIT;`)
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    if (isFull(error)) throw noRoom(db, file, error)
    throw error
  }
}
