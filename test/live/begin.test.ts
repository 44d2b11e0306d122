import Type, { type TSchema } from 'typebox'
import { describe, expect, test } from 'vitest'
import { commands } from '../../server/gate/commands.ts'
import { createGate } from '../../server/gate.ts'
import { noFields } from '../../shared/parts/wording.ts'
import { ana } from './bench.ts'

const gate = createGate(commands)
const round = { round: 'ideas', prompt: 'Where?', start: null, direction: null }
const consent = { author: ana, fields: noFields }
const begin = (more: object) => gate.command('meeting', { type: 'process.begin', item: 'i1', ...more })

const strict = { additionalProperties: false }
const shape = (fields: Record<string, TSchema>) => Type.Object(fields, strict)
const type = Type.Literal('begin')

describe('what is begun with', () => {
  test('N-P17 a process is begun with the setup of its own kind and no other', () => {
    expect(begin({ kind: 'round', setup: round })).toMatchObject({ ok: true, value: { kind: 'round', setup: round } })
    expect(begin({ kind: 'consent', setup: consent })).toMatchObject({ ok: true, value: { setup: consent } })
    for (const [kind, setup] of [
      ['round', consent],
      ['consent', round],
      ['round', { ...round, ...consent }],
      ['round', {}],
      ['consent', null],
    ] as const) {
      const answer = begin({ kind, setup })
      expect(answer, `${kind} ${JSON.stringify(setup)}`).toMatchObject({ ok: false, code: 'invalid' })
      expect('path' in answer && answer.path).toMatch(/^\/command\/setup/)
    }
  })

  test('N-P17 the kind is named where it is missing, unknown or no word', () => {
    const wrong = [
      undefined,
      null,
      7,
      ['round'],
      { const: 'round' },
      '',
      'Round',
      'round ',
      'vote',
      '__proto__',
      'toString',
    ]
    for (const kind of wrong) {
      const no = { ok: false, code: 'invalid', path: '/command/kind' }
      expect(begin({ kind, setup: round }), JSON.stringify(kind)).toEqual(no)
      expect(begin(kind === undefined ? { setup: round } : { kind }), JSON.stringify(kind)).toEqual(no)
    }
    // Inherited, it is not there.
    const inherited = Object.assign(Object.create({ kind: 'round' }), {
      type: 'process.begin',
      item: 'i1',
      setup: round,
    })
    expect(gate.command('meeting', inherited)).toEqual({ ok: false, code: 'invalid', path: '/command/kind' })
  })

  test('N-P17 a kind opens no other command, and circles begin none', () => {
    for (const raw of [
      { type: 'process.begin round' },
      { type: 'process.begin round', item: 'i1', setup: round },
      { type: 'process', kind: 'begin round' },
      { type: '', kind: 'round' },
      { kind: 'round', item: 'i1', setup: round },
    ])
      expect(gate.command('meeting', raw), JSON.stringify(raw)).toMatchObject({ ok: false, code: 'invalid' })
    const whole = { type: 'process.begin', item: 'i1', kind: 'round', setup: round }
    expect(gate.command('circle', whole)).toEqual({ ok: false, code: 'invalid', path: '/command/type' })
    expect(gate.command('meeting', { ...whole, type: 'item.open' })).toMatchObject({ ok: false, code: 'invalid' })
  })
})

describe('two commands of one name', () => {
  const one = shape({ type, text: Type.String() })
  const other = shape({ type, count: Type.Integer() })
  const kinds = ['a', 'b'].map((kind) => shape({ type, kind: Type.Literal(kind), [kind]: Type.Integer() }))

  test('N-P18 of different shape do not start, and the name is said', () => {
    expect(() => createGate({ meeting: [one, other] })).toThrow('begin')
    expect(() => createGate({ circle: [one], meeting: [other, one] })).toThrow('begin')
    const again = shape({ type, kind: Type.Literal('a'), more: Type.Integer() })
    expect(() => createGate({ meeting: [...kinds, again] })).toThrow('begin a')
    // A kind that is one of several is no constant: the two could not be told apart.
    const either = shape({ type, kind: Type.Union([Type.Literal('a'), Type.Literal('b')]) })
    expect(() => createGate({ meeting: [either, one] })).toThrow('begin')
  })

  test('N-P18 of one shape, or in different kinds of stream, are one each', () => {
    const alike = shape({ type, text: Type.String() })
    const both = createGate({ circle: [one, alike], meeting: [other] })
    expect(both.command('circle', { type: 'begin', text: 'x' })).toMatchObject({ ok: true })
    expect(both.command('circle', { type: 'begin', count: 1 })).toMatchObject({ ok: false })
    expect(both.command('meeting', { type: 'begin', count: 1 })).toMatchObject({ ok: true })
  })

  test('N-P18 told apart by their kind, each is held to its own; the one without is for every other', () => {
    const some = createGate({ meeting: kinds })
    expect(some.command('meeting', { type: 'begin', kind: 'a', a: 1 })).toMatchObject({ ok: true })
    expect(some.command('meeting', { type: 'begin', kind: 'b', b: 1 })).toMatchObject({ ok: true })
    expect(some.command('meeting', { type: 'begin', kind: 'a', b: 1 })).toMatchObject({ ok: false, path: '/command/b' })
    const open = shape({ type, kind: Type.String(), text: Type.String() })
    const all = createGate({ meeting: [...kinds, open] })
    expect(all.command('meeting', { type: 'begin', kind: 'c', text: 'x' })).toMatchObject({ ok: true })
    expect(all.command('meeting', { type: 'begin', kind: 'a', text: 'x' })).toMatchObject({ ok: false })
  })

  test('N-P18 every command of ours has a name of its own', () => {
    expect(() => createGate(commands)).not.toThrow()
    const doubled = { ...commands, meeting: [...commands.meeting, shape({ type: Type.Literal('undo') })] }
    expect(() => createGate(doubled)).toThrow('undo')
  })
})
