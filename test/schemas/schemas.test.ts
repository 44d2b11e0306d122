import { readFileSync } from 'node:fs'
import path from 'node:path'
import Schema from 'typebox/schema'
import { expect, test } from 'vitest'
import { streams } from '../../shared/streams.ts'
import { everythingMet } from '../support/met.ts'
import { published } from './published.ts'
import { told } from './told.ts'

const file = path.join(import.meta.dirname, '../../docs/protocol.schema.json')

test('docs/protocol.schema.json says what the code says, both ways', () => {
  expect(readFileSync(file, 'utf8')).toBe(published(told()))
})

test('every entry and every state that was met is as the schema says', () => {
  const { told: properties, $defs } = JSON.parse(readFileSync(file, 'utf8'))
  const checks = (of: 'entries' | 'states', kind: 'circle' | 'meeting') =>
    Schema.Compile({ ...properties[of].properties[kind], $defs })
  const entries = { circle: checks('entries', 'circle'), meeting: checks('entries', 'meeting') }
  const states = { circle: checks('states', 'circle'), meeting: checks('states', 'meeting') }
  let looked = 0
  for (const { kind, entry, state } of everythingMet()) {
    const still = streams[kind].still(streams[kind].seeState(state, { person: null }))
    const seen = streams[kind].seeEntry(entry, { person: null })
    for (const [check, value] of [
      [entries[kind], seen],
      [states[kind], still],
    ] as const) {
      if (!check.Check(value)) expect(check.Errors(value)).toEqual([])
      looked += 1
    }
  }
  expect(looked).toBeGreaterThan(5_000)
})
