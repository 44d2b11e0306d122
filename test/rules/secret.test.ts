import { expect, test } from 'vitest'
import { secretIn, unread } from '../../shared/parts/answers.ts'
import {
  awaited,
  destroyed,
  locks,
  type Mark,
  onPaper,
  opens,
  type Secret,
  seals,
  standing,
} from '../../shared/parts/secret.ts'
import { slotOf } from '../../shared/parts/slot.ts'
import type { Around, Slots } from '../../shared/processes/process.ts'
import { type PersonId, type Refusal, type Seq, usual } from '../../shared/types.ts'
import { asked } from '../support/started.ts'

const slot = slotOf('vote', 7)
const other = slotOf('vote', 3)

interface Lying {
  readonly value: unknown
  /** The entry that stands. */
  readonly last: Seq
}

function valuesIn(held: Readonly<Record<PersonId, Lying>>): Readonly<Record<PersonId, unknown>> {
  return Object.fromEntries(Object.entries(held).map(([person, { value }]) => [person, value]))
}

/** What a process knows of its meeting: Ana is the facilitator, Bo the secretary. */
function around(actor: PersonId, held: Slots<Lying> = {}): Around {
  return {
    actor,
    now: 1_000,
    seed: 1,
    unreachable: {},
    facilitator: 'ana',
    secretary: 'bo',
    seats: [],
    settings: usual,
    lastRound: null,
    sealed: Object.fromEntries(Object.entries(held).map(([where, values]) => [where, valuesIn(values)])),
    sealedLast: Object.fromEntries(Object.entries(held).map(([where, values]) => [where, values[actor]?.last ?? 0])),
    agreed: false,
  }
}

function mark(seq: Seq, more: Partial<Mark> = {}): Mark {
  return { seq, recordedBy: null, ...more }
}

const fresh: Secret = { slot, asked: ['ana', 'bo', 'cleo'], marks: {}, locked: false }

/** Ana and Cleo have sealed theirs, Bo's stands on paper; Cleo has replaced hers once, unseen. */
const whole: Secret = {
  ...fresh,
  marks: { ana: mark(8), bo: mark(9, { recordedBy: 'ana', paper: true }), cleo: mark(10) },
}
const held: Slots<Lying> = {
  [slot]: { ana: { value: 'A', last: 8 }, cleo: { value: 'C2', last: 12 } },
  [other]: { cleo: { value: 'OLD', last: 4 } },
}

function reason(verdict: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }): string | null {
  return verdict.ok ? null : verdict.refusal.reason
}

test('E1 whoever is asked and has given nothing is awaited, neither sealed nor on paper', () => {
  expect(awaited(fresh)).toEqual(['ana', 'bo', 'cleo'])
  expect(awaited({ ...fresh, marks: { ana: mark(8) } })).toEqual(['bo', 'cleo'])
  expect(awaited({ ...fresh, marks: { ana: mark(8), bo: mark(9, { recordedBy: 'ana', paper: true }) } })).toEqual([
    'cleo',
  ])
  expect(awaited(whole)).toEqual([])
  // Whoever gave something and is asked no more is not awaited either.
  expect(awaited({ ...fresh, asked: ['ana'], marks: { cleo: mark(8) } })).toEqual(['ana'])
})

test('E2 what is given is sealed, to its owner alone', () => {
  const sealed = { type: 'sealed', slot, of: 'cleo', only: ['cleo'], apart: { vote: 'C' } }
  const given = { person: 'cleo', value: { vote: 'C' }, replaces: null }
  expect(seals(fresh, given, around('cleo'))).toEqual({ ok: true, sealed, seen: true })
  // Also what somebody else records from their mouth.
  expect(seals(fresh, given, around('bo'))).toEqual({ ok: true, sealed, seen: true })
})

test('E2 each ask has a place of its own', () => {
  expect(slotOf('vote', 7)).not.toBe(slotOf('vote', 8))
  expect(slotOf('vote', 7)).not.toBe(slotOf('nominate', 7))
})

test('E3 a new value names the one it replaces', () => {
  const given = { person: 'cleo', value: 'C3' }
  const by = around('cleo', held)
  expect(standing(whole, 'cleo', by)).toBe(12)
  for (const replaces of [null, 8, 10]) {
    const verdict = seals(whole, { ...given, replaces }, by)
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'conflict', with: { who: { person: 'cleo' } } } })
    expect(reason(verdict)).toBe('answered_already')
  }
  expect(reason(seals(whole, { ...given, replaces: 12 }, by))).toBeNull()
  expect(standing(fresh, 'cleo', around('cleo'))).toBeNull()
  expect(reason(seals(fresh, { ...given, replaces: 8 }, around('cleo')))).toBe('answered_already')
  // What an earlier ask sealed is no value of this one.
  expect(standing({ ...whole, slot: slotOf('vote', 99) }, 'cleo', around('cleo', held))).toBe(10)
})

test('E3 whoever records for somebody names the one that everyone saw', () => {
  // On the server every number is known: the answer must not depend on what the recorder may not see.
  expect(standing(whole, 'cleo', around('bo', held))).toBe(10)
  expect(standing(whole, 'cleo', around('bo'))).toBe(10)
  expect(reason(seals(whole, { person: 'cleo', value: 'x', replaces: 12 }, around('bo', held)))).toBe(
    'answered_already',
  )
})

test('E3 replacing by one’s own hand is seen by nobody else', () => {
  const own = seals(whole, { person: 'cleo', value: 'C3', replaces: 12 }, around('cleo', held))
  expect(own).toMatchObject({ ok: true, seen: false, sealed: { of: 'cleo', only: ['cleo'] } })
  // Now by their own hand, what was recorded or stood on paper: that changes what everyone sees.
  const marked: Secret = { ...whole, marks: { ...whole.marks, cleo: mark(10, { recordedBy: 'bo' }) } }
  expect(seals(marked, { person: 'cleo', value: 'C3', replaces: 12 }, around('cleo', held))).toMatchObject({
    seen: true,
  })
  expect(seals(whole, { person: 'bo', value: 'B', replaces: 9 }, around('bo', held))).toMatchObject({ seen: true })
})

test('E3 what somebody gave by their own hand nobody else replaces, and what was recorded may be put right', () => {
  const given = { person: 'cleo', value: 'C3', replaces: 10 }
  for (const actor of ['ana', 'bo']) expect(reason(seals(whole, given, around(actor, held)))).toBe('answered_already')
  for (const more of [{ recordedBy: 'bo' }, { recordedBy: 'bo', paper: true }]) {
    const recorded: Secret = { ...whole, marks: { ...whole.marks, cleo: mark(10, more) } }
    expect(seals(recorded, given, around('ana', held))).toMatchObject({
      ok: true,
      seen: true,
      sealed: { of: 'cleo', only: ['cleo'] },
    })
  }
})

test('E4 facilitator or secretary mark who has written on paper, and that counts as given', () => {
  for (const actor of ['ana', 'bo']) {
    const said = onPaper(fresh, 'cleo', around(actor))
    if (!said.ok) throw new Error(said.refusal.reason)
    expect(said.mark).toEqual({ recordedBy: actor, paper: true })
    expect(awaited({ ...fresh, marks: { cleo: { ...said.mark, seq: 8 } } })).toEqual(['ana', 'bo'])
  }
})

test('E4 nobody else does, nor of whoever is not asked or has given theirs', () => {
  expect(reason(onPaper(fresh, 'cleo', around('cleo')))).toBe('not_facilitator_or_secretary')
  expect(reason(onPaper(fresh, 'gus', around('ana')))).toBe('unknown_person')
  expect(reason(onPaper(whole, 'cleo', around('ana')))).toBe('answered_already')
  expect(reason(onPaper(whole, 'bo', around('ana')))).toBe('answered_already')
})

test('E5 once locked nothing is given or replaced', () => {
  const locked = { ...whole, locked: true }
  expect(reason(seals(locked, { person: 'cleo', value: 'x', replaces: 12 }, around('cleo', held)))).toBe(
    'secret_locked',
  )
  expect(reason(seals(locked, { person: 'cleo', value: 'x', replaces: 10 }, around('bo', held)))).toBe('secret_locked')
  const open = { ...fresh, locked: true }
  expect(reason(seals(open, { person: 'cleo', value: 'x', replaces: null }, around('cleo')))).toBe('secret_locked')
  expect(reason(onPaper(open, 'cleo', around('ana')))).toBe('secret_locked')
})

test('E5 the facilitator alone locks, and only when nobody is awaited', () => {
  expect(reason(locks(whole, around('ana')))).toBeNull()
  for (const actor of ['bo', 'cleo']) expect(reason(locks(whole, around(actor)))).toBe('not_facilitator')
  expect(locks(fresh, around('ana'))).toMatchObject({
    refusal: { reason: 'answers_missing', with: { who: { people: ['ana', 'bo', 'cleo'] }, count: 3 } },
  })
})

test('E6 only the facilitator opens, and only when nobody is awaited', () => {
  const all = ['ana', 'bo', 'cleo']
  for (const actor of ['bo', 'cleo']) expect(reason(opens(whole, all, around(actor, held)))).toBe('not_facilitator')
  const { cleo: _, ...marks } = whole.marks
  for (const who of [all, ['ana']]) {
    expect(opens({ ...whole, marks }, who, around('ana', held))).toMatchObject({
      ok: false,
      refusal: { reason: 'answers_missing', with: { who: { people: ['cleo'] }, count: 1 } },
    })
  }
  // Not even the one who did not lock it; locking is no condition.
  expect(reason(opens({ ...whole, locked: true }, all, around('ana', held)))).toBeNull()
})

test('E6 all together or in turn', () => {
  const together = opens(whole, ['ana', 'bo', 'cleo'], around('ana', held))
  expect(together).toMatchObject({ ok: true, values: { ana: 'A', cleo: 'C2' } })
  const first = opens(whole, ['cleo'], around('ana', held))
  expect(first).toMatchObject({ ok: true, values: { cleo: 'C2' } })
  expect(first.ok && Object.keys(first.values)).toEqual(['cleo'])
  expect(reason(opens(whole, [], around('ana', held)))).toBe('nobody_to_ask')
  expect(reason(opens(whole, ['ana', 'gus'], around('ana', held)))).toBe('unknown_person')
})

test('E7 what is opened is told in the open, and its sealed copy is destroyed with it', () => {
  const together = opens(whole, ['ana', 'bo', 'cleo'], around('ana', held))
  expect(together).toEqual({
    ok: true,
    // What stands on paper is said then; only what was sealed is here.
    values: { ana: 'A', cleo: 'C2' },
    gone: [{ type: 'sealed.destroyed', slot, of: ['ana', 'cleo'] }],
  })
  const one = opens(whole, ['cleo'], around('ana', held))
  expect(one).toMatchObject({ gone: [{ of: ['cleo'] }] })
  expect(opens(whole, ['bo'], around('ana', held))).toEqual({ ok: true, values: {}, gone: [] })
})

test('E7 what somebody took back is not told, and destroyed with the others', () => {
  const { cleo: _, ...marks } = whole.marks
  const without = { ...whole, asked: ['ana', 'bo'], marks }
  expect(opens(without, ['ana', 'bo'], around('ana', held))).toEqual({
    ok: true,
    values: { ana: 'A' },
    gone: [{ type: 'sealed.destroyed', slot, of: ['ana', 'cleo'] }],
  })
})

test('E8 what is left is destroyed unread', () => {
  expect(destroyed(slot, around('ana', held))).toEqual([{ type: 'sealed.destroyed', slot, of: ['ana', 'cleo'] }])
  expect(destroyed(slot, around('ana', held), (person) => person === 'ana')).toEqual([
    { type: 'sealed.destroyed', slot, of: ['ana'] },
  ])
  expect(destroyed(slotOf('vote', 99), around('ana', held))).toEqual([])
  expect(destroyed(slot, around('ana', held), () => false)).toEqual([])
  expect(JSON.stringify(destroyed(slot, around('ana', held)))).not.toContain('C2')
})

test('E8 whoever gave it has given nothing', () => {
  const play = asked('simultaneous')
  for (const person of ['bo', 'cleo']) {
    play.does(person, { type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: null })
  }
  const { answers } = play.consent
  const waits = (now: NonNullable<typeof answers>) => awaited(secretIn(now, play.now.seats)!)
  expect(waits(answers!)).toEqual(['ana', 'dan', 'eva', 'finn'])
  expect(waits(unread(answers!, ['bo']))).toEqual(['ana', 'bo', 'dan', 'eva', 'finn'])
})
