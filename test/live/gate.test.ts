import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import { createGate } from '../../server/gate.ts'
import { ana, bo, room } from './bench.ts'
import { ParlourSchemas } from './parlour.ts'

const strict = { additionalProperties: false }

/** One command with every kind of field that commands have. */
const All = Type.Object(
  {
    type: Type.Literal('all'),
    name: Type.String({ text: 'name', minLength: 1 }),
    title: Type.String({ text: 'title' }),
    note: Type.String({ text: 'note' }),
    proposal: Type.String({ text: 'proposal' }),
    who: Type.Union([Type.String({ pattern: '^p_[a-z2-7]{16}$' }), Type.Null()]),
    kind: Type.Union([Type.Literal('one'), Type.Literal('two')]),
    count: Type.Integer({ minimum: 0, maximum: 1000 }),
    yes: Type.Boolean(),
    list: Type.Array(Type.Integer(), { maxItems: 3, uniqueItems: true }),
    answer: Type.Union([
      Type.Object({ kind: Type.Literal('objection'), words: Type.String({ text: 'line' }) }, strict),
      Type.Object({ kind: Type.Literal('consent') }, strict),
    ]),
    hint: Type.Optional(Type.String({ text: 'line' })),
    marks: Type.Record(Type.String({ pattern: '^p_[a-z2-7]{16}$' }), Type.Boolean()),
  },
  strict,
)

const gate = createGate({ meeting: [All, ...ParlourSchemas], circle: ParlourSchemas })

const good = {
  type: 'all',
  name: 'Ana',
  title: 'Childcare',
  note: '',
  proposal: 'We try.',
  who: null,
  kind: 'one',
  count: 3,
  yes: true,
  list: [1, 2],
  answer: { kind: 'objection', words: 'No childcare on Mondays' },
  marks: { [bo]: true },
}

const around = { stream: room, as: ana, id: 'command-0000000000001' }

/** First what stands around a command, then the command, as a stream of this kind takes it. */
function through(raw: unknown, kind: string) {
  const outer = gate.envelope(raw)
  if (!outer.ok) return outer
  const inner = gate.command(kind, outer.value.command)
  return inner.ok ? { ok: true as const, value: { ...outer.value, command: inner.value } } : inner
}

const send = (command: unknown, more: object = {}, kind = 'meeting') => through({ ...around, command, ...more }, kind)
const changed = (field: string, value: unknown) => send({ ...good, [field]: value })

describe('the gate', () => {
  test('N-P0 what is right passes as a new object', () => {
    const answer = send(good)
    expect(answer).toEqual({ ok: true, value: { ...around, command: good } })
    expect(answer.ok && answer.value.command).not.toBe(good)
    expect(send({ ...good, hint: 'one', who: bo, answer: { kind: 'consent' } })).toMatchObject({ ok: true })
    expect(send({ type: 'rest' }, {}, 'circle')).toMatchObject({ ok: true })
    for (const kind of ['circle', 'x', '', '__proto__', 'constructor'])
      expect(send(good, {}, kind), kind).toEqual({ ok: false, code: 'invalid', path: '/command/type' })
  })

  test('N-P1 each missing field is named', () => {
    for (const field of Object.keys(good)) {
      const { [field as 'type']: _, ...rest } = good
      expect(send(rest), field).toEqual({ ok: false, code: 'invalid', path: `/command/${field}` })
    }
    for (const field of Object.keys(around)) {
      const { [field as 'id']: _, ...rest } = { ...around, command: good }
      expect(through(rest, 'meeting'), field).toEqual({ ok: false, code: 'invalid', path: `/${field}` })
    }
    expect(through(around, 'meeting')).toEqual({ ok: false, code: 'invalid', path: '/command/type' })
  })

  test('N-P2 N-P6 N-P13 fields of another kind are refused by name', () => {
    const fits: Readonly<Record<string, readonly unknown[]>> = {
      name: ['NaN'],
      title: ['NaN', ''],
      note: ['NaN', ''],
      proposal: ['NaN', ''],
      who: [null],
      count: [0],
      yes: [true],
      list: [[]],
      marks: [{}],
    }
    const values = [null, true, 0, -1, 1.5, 'NaN', '', [], {}, { a: { b: {} } }, 'One', 'on', 1e9, [[1]], Number.NaN]
    let tried = 0
    for (const field of Object.keys(good).filter((name) => name !== 'type')) {
      for (const value of values) {
        const isText = ['name', 'title', 'note', 'proposal'].includes(field) && typeof value === 'string'
        if (fits[field]?.some((one) => JSON.stringify(one) === JSON.stringify(value)) || (isText && value !== ''))
          continue
        const answer = changed(field, value)
        tried += 1
        expect(answer, `${field} ${JSON.stringify(value)}`).toMatchObject({ ok: false, code: 'invalid' })
        expect(
          'path' in answer && answer.path.startsWith(`/command/${field}`),
          `${field} ${JSON.stringify(answer)}`,
        ).toBe(true)
      }
    }
    expect(tried).toBeGreaterThan(140)
    for (const list of [[1, 1], [1, 2, 3, 4], ['1']]) expect(changed('list', list)).toMatchObject({ ok: false })
  })

  test('N-P3 N-P4 fields that nobody asked for are refused, whatever they are called', () => {
    const keys = [
      'role',
      'isFacilitator',
      'seatId',
      'seq',
      'at',
      'basis',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
    ]
    for (const key of keys) {
      expect(send({ ...good, [key]: 1 }), key).toEqual({ ok: false, code: 'invalid', path: `/command/${key}` })
      expect(changed('answer', { ...good.answer, [key]: 1 }), key).toMatchObject({ ok: false, code: 'invalid' })
      expect(changed('marks', { [key]: true }), key).toMatchObject({ ok: false, code: 'invalid' })
      expect(send(good, { [key]: 1 }), key).toEqual({ ok: false, code: 'invalid', path: `/${key}` })
    }
    const poisoned = JSON.parse(`{"__proto__": {"as": "admin"}, ${JSON.stringify(good).slice(1)}`)
    expect(send(poisoned)).toEqual({ ok: false, code: 'invalid', path: '/command/__proto__' })
    expect(changed('marks', JSON.parse('{"__proto__": true}'))).toMatchObject({ ok: false })
    const poisonedAround = JSON.parse(
      `{"__proto__": {"as": "admin"}, ${JSON.stringify({ ...around, command: good }).slice(1)}`,
    )
    expect(through(poisonedAround, 'meeting')).toEqual({ ok: false, code: 'invalid', path: '/__proto__' })
    for (const type of ['__proto__', 'constructor', 'toString', 'valueOf', 'nothing']) {
      expect(send({ ...good, type })).toEqual({ ok: false, code: 'invalid', path: '/command/type' })
    }
    expect(Object.hasOwn(Object.prototype, 'as')).toBe(false)
  })

  test('N-P7 texts are held to their length in letters as people see them, and in bytes', () => {
    const most = { name: 40, title: 120, note: 2000, proposal: 8000 }
    for (const [field, length] of Object.entries(most)) {
      expect(changed(field, 'x'.repeat(length)), field).toMatchObject({ ok: true })
      expect(changed(field, 'x'.repeat(length + 1)), field).toEqual({
        ok: false,
        code: 'too_large',
        path: `/command/${field}`,
      })
    }
    expect(changed('name', '\u{1F469}\u200d\u{1F469}\u200d\u{1F467}'.repeat(30))).toMatchObject({ ok: true })
    expect(changed('answer', { kind: 'objection', words: 'x'.repeat(10_000) })).toEqual({
      ok: false,
      code: 'too_large',
      path: '/command/answer/words',
    })
  })

  test('N-P8 what cannot be seen is taken out, what is broken is refused', () => {
    const name = (value: string) => {
      const answer = changed('name', value)
      return answer.ok ? (answer.value.command as typeof good).name : answer
    }
    expect(name('  e\u0301va \u202e\u2066\ufeff')).toBe('\u00e9va')
    expect(name('A\u0007na\u200b')).toBe('Ana')
    for (const broken of ['\ud800', 'a\udc00b', 'a\0b'])
      expect(name(broken)).toEqual({ ok: false, code: 'invalid', path: '/command/name' })
    for (const nothing of ['\u200b\u200d', '   ', '\u202e'])
      expect(name(nothing)).toMatchObject({ ok: false, code: 'invalid' })
  })

  test('N-P9 N-P16 ids of another shape are refused', () => {
    for (const stream of [
      'm_',
      'M_aaaaaaaaaaaaaaaa',
      'mm_aaaaaaaaaaaaaaaa',
      `${room}a`,
      room.toUpperCase(),
      '',
      null,
      7,
    ]) {
      expect(send(good, { stream })).toEqual({ ok: false, code: 'invalid', path: '/stream' })
    }
    for (const as of ['p_', room, 'p_0000000000000000', null]) expect(send(good, { as })).toMatchObject({ path: '/as' })
    for (const id of ['', 'short', 'x'.repeat(1024), 'm_aaaaaaaaaaaaaaaa:1:0', 5])
      expect(send(good, { id })).toMatchObject({ path: '/id' })
    for (const who of ['p_x', room, 'toString']) expect(changed('who', who)).toMatchObject({ path: '/command/who' })
  })

  test('starting is held to its shape as well', () => {
    const start = { protocol: 1, stream: room, as: ana, after: 3 }
    expect(gate.start(start)).toEqual({ ok: true, value: start })
    expect(gate.start({ ...start, as: null, after: null })).toMatchObject({ ok: true })
    for (const after of [-1, 1.5, '3', undefined, 2 ** 60])
      expect(gate.start({ ...start, after })).toMatchObject({ ok: false, path: '/after' })
    for (const raw of [null, [], 'x', 7, {}]) expect(gate.start(raw)).toMatchObject({ ok: false, code: 'invalid' })
  })
})
