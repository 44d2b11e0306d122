import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROTOCOL } from '../../shared/protocol.ts'
import { asked } from '../schemas/published.ts'
import { everyEvent, everythingMet, fromGolden, type Met, namesIn } from '../support/met.ts'
import { addShape } from '../support/shapes.ts'

// One line for each protocol there was: a changed shape needs a new number, and a new line here. The first was
// taken of what chance had met as well.
const history: Readonly<Record<number, string>> = {
  1: '4380dc21f7303aef',
  2: 'e09df662594f199d',
  3: '5efe5fdb8654e0ea',
}

/** What is said both ways, as the code says it (`test/schemas` sees to that, and that nothing else is ever met). */
const written = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../docs/protocol.schema.json'), 'utf8'))

/** The paths and types of every event and state that was met. */
function shapesOf(all: readonly Met[]): readonly string[] {
  const shapes = new Set<string>()
  for (const { kind, entry, state } of all) {
    const { events, ...around } = entry
    addShape(around, `${kind} entry`, shapes)
    for (const event of events) {
      const name = event.type === 'in' ? `in ${event.event.type}` : event.type
      addShape(event, `${kind} ${name}`, shapes)
    }
    addShape(state, `${kind} state`, shapes)
  }
  return [...shapes].sort()
}

describe('the wire', () => {
  test('every event there is was met', () => {
    const names = new Set(everythingMet().flatMap(namesIn))
    expect(everyEvent.filter((name) => !names.has(name))).toEqual([])
  })

  test('a changed shape, of what is asked or of what is told, has a new PROTOCOL number', () => {
    const all = JSON.stringify([asked(), written.told, written.$defs, shapesOf(fromGolden())])
    expect(createHash('sha256').update(all).digest('hex').slice(0, 16)).toBe(history[PROTOCOL])
  })

  test('docs/protocol.schema.json is of this protocol, and asks what the gate lets through', () => {
    const { messages, http, definitions } = JSON.parse(JSON.stringify(asked()))
    expect(written.protocol).toBe(PROTOCOL)
    expect(written.asked).toEqual({ messages, http })
    expect(written.$defs).toMatchObject(definitions)
  })
})
