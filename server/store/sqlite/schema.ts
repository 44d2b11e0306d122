export const schemaVersion = 2
/** "Crnd": tells our files from other people's. */
export const applicationId = 0x43726e64

/**
 * The tables of this version. `log.v` of a row that was there before versions were written down is 1. `told.owed` is
 * the last entry of the stream that tells others something, `told.seq` the last whose posts have arrived.
 */
export const schema = `
  CREATE TABLE log (
    stream TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), community TEXT NOT NULL,
    id TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, events TEXT NOT NULL, v INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (stream, seq)
  ) STRICT;
  CREATE TABLE apart (
    stream TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, value TEXT,
    PRIMARY KEY (stream, seq, n), FOREIGN KEY (stream, seq) REFERENCES log (stream, seq)
  ) STRICT;
  CREATE TABLE stream (
    id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, community TEXT NOT NULL
  ) STRICT;
  CREATE TABLE told (
    stream TEXT NOT NULL PRIMARY KEY, owed INTEGER NOT NULL, seq INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX told_owing ON told (stream, seq) WHERE seq < owed;
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
  CREATE TABLE device_circle (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, circle TEXT NOT NULL, community TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')),
    PRIMARY KEY (device, circle)
  ) STRICT;
  CREATE TABLE link (
    id TEXT NOT NULL PRIMARY KEY, community TEXT NOT NULL, circle TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')), generation INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX link_circle ON link (circle);
`
