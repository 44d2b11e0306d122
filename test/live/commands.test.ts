import { expect, test } from 'vitest'
import { commands } from '../../server/gate/commands.ts'
import { keyOfSchema } from '../../server/gate/key.ts'
import type { Shape } from '../../server/gate/rebuild.ts'
import { createGate } from '../../server/gate.ts'

const gate = createGate(commands)

const ids = ['p', 'c', 'm'].map((letter) => `${letter}_aaaaaaaaaaaaaaaa`)
const strings = [...ids, 'i1', 'i1.1', 'o1', 'n1', 'd1', 'b1', 'meeting', '2026-05-01']

/** A value that fits. */
function sample(shape: Shape & { minimum?: number; pattern?: string }): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.anyOf) return sample(shape.anyOf[0] as Shape)
  if (shape.type === 'integer') return shape.minimum ?? 0
  if (shape.type === 'boolean') return true
  if (shape.type === 'array') return [sample(shape.items as Shape)]
  if (shape.type === 'object') {
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, field]) => [key, sample(field)]))
  }
  if (shape.text !== undefined) return 'Some words'
  const fitting = strings.find((one) => new RegExp(shape.pattern ?? '').test(one))
  if (fitting === undefined) throw new Error(`Nothing here fits ${shape.pattern}.`)
  return fitting
}

const all = Object.entries(commands).flatMap(([kind, schemas]) =>
  (schemas as readonly Shape[]).map((shape) => ({ kind, shape, type: keyOfSchema(shape) })),
)

const strange = [
  null,
  true,
  0,
  -1,
  1.5,
  'NaN',
  '',
  [],
  {},
  { nested: { deeper: 1 } },
  'x'.repeat(40_000),
  Number.NaN,
  '__proto__',
]
const extra = [
  'role',
  'isFacilitator',
  'seatId',
  'seq',
  'at',
  'basis',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
]

test('N-P0 every command of every stream passes the gate unchanged when it is right', () => {
  for (const { kind, shape, type } of all) {
    const good = sample(shape)
    expect(gate.command(kind, good), type).toEqual({ ok: true, value: good })
  }
  expect(all.length).toBeGreaterThan(70)
})

test('N-P1 N-P3 N-P4 in every command a missing field is named and an unknown one is refused', () => {
  let tried = 0
  for (const { kind, shape, type } of all) {
    const good = sample(shape) as Record<string, unknown>
    for (const field of shape.required ?? []) {
      const rest = Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))
      expect(gate.command(kind, rest), `${type} without ${field}`).toEqual({
        ok: false,
        code: 'invalid',
        path: `/command/${field}`,
      })
      tried += 1
    }
    for (const key of extra.filter((one) => shape.properties?.[one] === undefined || one === '__proto__')) {
      const more = JSON.parse(`{${JSON.stringify(key)}: 1, ${JSON.stringify(good).slice(1)}`)
      expect(gate.command(kind, more), `${type} with ${key}`).toEqual({
        ok: false,
        code: 'invalid',
        path: `/command/${key}`,
      })
      tried += 1
    }
  }
  console.info(`gate: ${tried} commands with a field too few or too many`)
  expect(tried).toBeGreaterThan(900)
})

test('N-P2 in every command a field of another kind is refused by name, or is cleaned text', () => {
  let refused = 0
  for (const { kind, shape, type } of all) {
    const good = sample(shape) as Record<string, unknown>
    for (const field of Object.keys(good).filter((key) => key !== 'type')) {
      for (const value of strange) {
        const answer = gate.command(kind, { ...good, [field]: value })
        if (answer.ok) {
          const kept = ({ ...answer.value } as Record<string, unknown>)[field]
          expect(kept, `${type}.${field} took ${JSON.stringify(value)}`).toEqual(value)
          expect(JSON.stringify(kept)?.length ?? 0).toBeLessThan(100)
          continue
        }
        expect(answer.path.startsWith(`/command/${field}`), `${type}.${field} ${JSON.stringify(answer)}`).toBe(true)
        refused += 1
      }
    }
  }
  console.info(`gate: ${refused} commands with a wrong value refused`)
  expect(refused).toBeGreaterThan(2_000)
})
