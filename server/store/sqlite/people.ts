import type { CommunityId } from '../../../shared/types.ts'
import { hintFor } from '../hints.ts'
import type { Device, Grade, Link, People, Person } from '../store.ts'
import type { Connection, Sql } from './connection.ts'

type Row = Record<string, unknown>

/** Persons, devices and links in their tables. */
export function sqlitePeople({ run, write }: Pick<Connection, 'run' | 'write'>): People {
  return {
    async addPerson(person) {
      return write((sql) => {
        const kept = { ...person, hint: hintFor(person, personsOf(sql, person.community)) }
        const insert = sql('INSERT INTO person (id, community, name, hint) VALUES (?, ?, ?, ?)')
        insert.run(kept.id, kept.community, kept.name, kept.hint)
        return kept
      })
    },
    async rename(id, name, hint) {
      return write((sql) => {
        const known = personBy(sql, id)
        if (!known) return null
        const wanted = { ...known, name, hint }
        const kept = { ...wanted, hint: hintFor(wanted, personsOf(sql, known.community)) }
        sql('UPDATE person SET name = ?, hint = ? WHERE id = ?').run(kept.name, kept.hint, id)
        return kept
      })
    },
    async forget(id) {
      write((sql) => {
        sql('UPDATE person SET name = NULL, hint = NULL WHERE id = ?').run(id)
        sql(`DELETE FROM device WHERE id IN (SELECT device FROM device_person WHERE person = ?)
             AND (SELECT count(*) FROM device_person WHERE device = device.id) = 1`).run(id)
        sql('DELETE FROM device_person WHERE person = ?').run(id)
      })
    },
    async person(id) {
      return run((sql) => personBy(sql, id))
    },
    async persons(community) {
      return run((sql) => personsOf(sql, community))
    },
    ...devicesIn({ run, write }),
    ...linksIn({ run, write }),
  }
}

function devicesIn({ run, write }: Pick<Connection, 'run' | 'write'>) {
  return {
    async addDevice(id, secret, at) {
      write((sql) => sql('INSERT INTO device (id, secret, last_seen) VALUES (?, ?, ?)').run(id, secret, at))
    },
    async deviceBySecret(secret) {
      return run((sql) => deviceFrom(sql, sql('SELECT id, last_seen FROM device WHERE secret = ?').get(secret)))
    },
    async device(id) {
      return run((sql) => deviceFrom(sql, sql('SELECT id, last_seen FROM device WHERE id = ?').get(id)))
    },
    async devicesOf(person) {
      return run((sql) =>
        sql(`SELECT id, last_seen FROM device JOIN device_person ON device = id
             WHERE person = ? ORDER BY device.rowid`)
          .all(person)
          .flatMap((row) => deviceFrom(sql, row) ?? []),
      )
    },
    async takenElsewhere(persons, device) {
      const rows = run((sql) =>
        sql(`SELECT DISTINCT person FROM device_person
             WHERE person IN (SELECT value FROM json_each(?)) AND device <> ?`).all(JSON.stringify(persons), device),
      )
      return new Set(rows.map(({ person }) => String(person)))
    },
    async seen(device, at) {
      write((sql) => sql('UPDATE device SET last_seen = ? WHERE id = ?').run(at, device))
    },
    async bind(device, person) {
      write((sql) => {
        if (!personBy(sql, person)) throw new Error('Nobody has this id.')
        if (!isDevice(sql, device)) return
        sql('INSERT OR IGNORE INTO device_person (device, person) VALUES (?, ?)').run(device, person)
      })
    },
    async unbind(device, person) {
      write((sql) => sql('DELETE FROM device_person WHERE device = ? AND person = ?').run(device, person))
    },
    async grant(device, { circle, community, grade }) {
      const conflict = grade === 'join' ? "DO UPDATE SET grade = 'join'" : 'DO NOTHING'
      write((sql) => {
        if (!isDevice(sql, device)) return
        const insert = sql(`INSERT INTO device_circle (device, circle, community, grade) VALUES (?, ?, ?, ?)
                            ON CONFLICT ${conflict}`)
        insert.run(device, circle, community, grade)
      })
    },
    async removeDevice(id) {
      write((sql) => sql('DELETE FROM device WHERE id = ?').run(id))
    },
    async prune({ unseen, unseenScreen, but }, most) {
      const isNobodys = 'NOT EXISTS (SELECT 1 FROM device_person WHERE device = device.id)'
      const isScreen = "EXISTS (SELECT 1 FROM device_circle WHERE device = device.id AND grade = 'screen')"
      const old = `SELECT id FROM device WHERE last_seen < iif(${isScreen}, ?, ?) AND ${isNobodys}
                   AND id NOT IN (SELECT value FROM json_each(?)) LIMIT ?`
      // Found without holding up who writes.
      const found = run((sql) => sql(old).all(unseenScreen, unseen, JSON.stringify(but), most))
      const ids = found.map(({ id }) => String(id))
      if (ids.length === 0) return []
      const gone = write((sql) =>
        sql(`DELETE FROM device WHERE id IN (SELECT value FROM json_each(?)) AND ${isNobodys} RETURNING id`).all(
          JSON.stringify(ids),
        ),
      )
      return gone.map(({ id }) => String(id))
    },
  } satisfies Partial<People>
}

function linksIn({ run, write }: Pick<Connection, 'run' | 'write'>) {
  return {
    async addLink({ id, community, circle, grade, generation }) {
      write((sql) => {
        const insert = sql('INSERT INTO link (id, community, circle, grade, generation) VALUES (?, ?, ?, ?, ?)')
        insert.run(id, community, circle, grade, generation)
      })
    },
    async link(id) {
      return run((sql) => linkFrom(sql('SELECT * FROM link WHERE id = ?').get(id)))
    },
    async links(circle) {
      return run((sql) =>
        sql('SELECT * FROM link WHERE circle = ? ORDER BY rowid')
          .all(circle)
          .flatMap((row) => linkFrom(row) ?? []),
      )
    },
    async rotate(id) {
      return write((sql) => {
        sql('UPDATE link SET generation = generation + 1 WHERE id = ?').run(id)
        return linkFrom(sql('SELECT * FROM link WHERE id = ?').get(id))
      })
    },
  } satisfies Partial<People>
}

function isDevice(sql: Sql, id: string): boolean {
  return sql('SELECT 1 FROM device WHERE id = ?').get(id) !== undefined
}

function personBy(sql: Sql, id: string): Person | null {
  const row = sql('SELECT id, community, name, hint FROM person WHERE id = ?').get(id)
  return row ? personFrom(row) : null
}

function personsOf(sql: Sql, community: CommunityId): readonly Person[] {
  return sql('SELECT id, community, name, hint FROM person WHERE community = ? ORDER BY rowid')
    .all(community)
    .map(personFrom)
}

function personFrom({ id, community, name, hint }: Row): Person {
  return {
    id: String(id),
    community: String(community),
    name: name === null ? null : String(name),
    hint: hint === null ? null : String(hint),
  }
}

function deviceFrom(sql: Sql, row: Row | undefined): Device | null {
  if (!row) return null
  const id = String(row.id)
  const people = sql('SELECT person FROM device_person WHERE device = ? ORDER BY rowid').all(id)
  const grants = sql('SELECT circle, community, grade FROM device_circle WHERE device = ? ORDER BY rowid').all(id)
  return {
    id,
    people: people.map(({ person }) => String(person)),
    grants: grants.map((grant) => ({ ...placeFrom(grant), grade: gradeFrom(grant) })),
    lastSeen: Number(row.last_seen),
  }
}

function linkFrom(row: Row | undefined): Link | null {
  if (!row) return null
  return { id: String(row.id), ...placeFrom(row), grade: gradeFrom(row), generation: Number(row.generation) }
}

function placeFrom({ community, circle }: Row): Pick<Link, 'community' | 'circle'> {
  return { community: String(community), circle: String(circle) }
}

function gradeFrom({ grade }: Row): Grade {
  return grade === 'join' ? 'join' : 'screen'
}
