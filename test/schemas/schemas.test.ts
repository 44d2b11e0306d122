import { readFileSync } from 'node:fs'
import path from 'node:path'
import Schema from 'typebox/schema'
import { expect, test } from 'vitest'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { noFields } from '../../shared/parts/wording.ts'
import type { Decided } from '../../shared/processes/process.ts'
import type { Typed } from '../../shared/stream.ts'
import { streams } from '../../shared/streams.ts'
import { commandId } from '../live/house.ts'
import { madeCircle, serve } from '../live/serving.ts'
import { everythingMet } from '../support/met.ts'
import { published } from './published.ts'
import { told } from './told.ts'

const file = path.join(import.meta.dirname, '../../docs/protocol.schema.json')

test('docs/protocol.schema.json says what the code says, both ways', () => {
  expect(readFileSync(file, 'utf8')).toBe(published(told()))
})

/** Everyone of whom something lies sealed in it, and a screen. */
function viewersOf(state: unknown): readonly (string | null)[] {
  const { items = [] } = (state ?? {}) as Partial<NonNullable<MeetingState>>
  const sealed = items.flatMap(({ runs }) => runs.flatMap((run) => Object.values(run.sealed)))
  return [null, ...new Set(sealed.flatMap((values) => Object.keys(values)))]
}

test('every entry and every state that was met is as the schema says, also to those who answered sealed', () => {
  const { told: properties, $defs } = JSON.parse(readFileSync(file, 'utf8'))
  const checks = (of: 'entries' | 'states', kind: 'circle' | 'meeting') =>
    Schema.Compile({ ...properties[of].properties[kind], $defs })
  const entries = { circle: checks('entries', 'circle'), meeting: checks('entries', 'meeting') }
  const states = { circle: checks('states', 'circle'), meeting: checks('states', 'meeting') }
  let looked = 0
  let own = 0
  for (const { kind, entry, state } of everythingMet()) {
    for (const person of viewersOf(state)) {
      const sight = streams[kind].seeState(state, { person })
      for (const [check, value] of [
        [entries[kind], streams[kind].seeEntry(entry, { person })],
        [states[kind], sight],
        [states[kind], streams[kind].still(sight)],
      ] as const) {
        if (!check.Check(value)) expect(check.Errors(value)).toEqual([])
        looked += 1
      }
      if (person !== null) own += 1
    }
  }
  expect(looked).toBeGreaterThan(5_000)
  expect(own).toBeGreaterThan(100)
})

test('what is read over HTTP is as the schema says', async () => {
  const served = await serve()
  try {
    const { circle, meeting, person, ana } = await madeCircle(served)
    const at = served.clock.now
    const tells = async (by: string, command: Typed & Readonly<Record<string, unknown>>) =>
      expect(await served.app.host.run({ stream: circle, by, id: commandId(), command })).toMatchObject({ ok: true })
    await tells(person, { type: 'backlog.add', title: 'Bins' })
    await tells(person, { type: 'backlog.remove', id: 'b1' })
    const adds = [{ type: 'decision', decision: decided(person) }]
    await tells(meeting, { type: 'fact.added', item: 'i1', adds, facilitators: [person], at })
    await tells(meeting, { type: 'fact.ended', facilitator: person })
    const { told: properties, $defs } = JSON.parse(readFileSync(file, 'utf8'))
    const paths = Object.keys(properties.http.properties).filter((call) => call.startsWith('GET '))
    for (const call of paths) {
      const where = call
        .replace('GET ', '')
        .replace(':id', call.includes('/meetings/:id') ? meeting : circle)
        .replace(/state$/, `state?as=${person}`)
      const answer = JSON.parse((await served.ask(where, { headers: { cookie: ana.cookie ?? '' } })).text)
      const check = Schema.Compile({ ...properties.http.properties[call], $defs })
      if (!check.Check(answer)) expect([call, answer, check.Errors(answer)]).toEqual([call, answer, []])
      for (const page of ['decisions', 'meetings', 'backlog'])
        if (call.endsWith(`/${page}`)) expect([call, answer[page].length]).toEqual([call, 1])
    }
    expect(paths.length).toBeGreaterThan(8)
  } finally {
    await served.stop()
  }
})

function decided(person: string): Decided {
  return {
    ...{ title: 'Bins', kind: 'policy', effect: 'provisional', version: 1, fields: noFields, versions: [] },
    ...{ objections: [], absentHours: 48, facilitator: person, guests: [] },
    consent: [{ person, answer: 'absent', how: 'absent', recordedBy: null, late: false }],
  }
}
