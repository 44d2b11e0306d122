import { expect, test } from 'vitest'
import type { Decision, Word } from '../../shared/circle/types.ts'
import { log } from '../../shared/record/log.ts'
import { toMarkdown } from '../../shared/record/markdown.ts'
import { deliveredAt, status } from '../../shared/record/status.ts'
import { guestRoom } from '../support/guest-room.ts'
import { writer } from '../support/writer.ts'

const HOUR = 3_600_000
const name = 'Harrow Lane'
const { register } = guestRoom('ended')
const decision = register.decisions[0] as Decision
const announced = Date.UTC(2026, 3, 14, 18, 20)
const delivered = Date.UTC(2026, 3, 14, 19, 0)

test('the decision log keeps the words, the versions, how consent was given and how objections were met', () => {
  const one = { ...register, decisions: [{ ...decision, announcedAt: announced }] }
  const scribe = { ...writer, messages: { ...writer.messages, 'way.amend': 'change it', 'way.measure': 'measure it' } }
  const words = { ...scribe.messages, 'way.responsibility': 'someone looks after it' }
  expect(toMarkdown(log(name, one, { ...scribe, messages: words }, announced))).toBe(`# Harrow Lane: decisions

As of Tuesday, 14 April 2026

## Guest room price

> Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From 1 May 2026, term 12 months.

In force.

- **Until:** 30 April 2027, then it stays until reviewed
- **Review by:** 30 April 2027
- **Looked after by:** Noor
- **Measured:** nights and income, told to the circle in October 2026
- **Why:** Guests cost us heating and linen.

- **Decided:** Tuesday, 14 April 2026, 20:20
- **Version:** 2
- **Facilitated by:** Lior

Consent to version 2

- Lior: no objection
- Mireille: no objection
- Noor: no objection
- Oskar: no objection
- Pia: no objection
- Chidi: no objection
- Greta: no objection, remote

Objections

- Chidi objected to version 1: shuts out families with little money. How: change it. Met in version 2.
- Mireille objected to version 1: nobody collects it. How: someone looks after it, measure it. Met in version 2.

Version 1

> Guest room costs 12 € a night from 1 May 2026. Term 12 months.

Version 2, to meet what Chidi and Mireille brought

~~Guest room costs~~ **Guests choose 0, 6 or** 12 € a night ~~from~~ **, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From** 1 May 2026~~. Term~~**, term** 12 months.

- Looked after by: Noor
- Measured: nights and income, told to the circle in October 2026
`)
})

test('why somebody objected, how it touches the aim and what would happen stay with the objection', () => {
  const objections = decision.objections
    .slice(0, 1)
    .map((o) => ({ ...o, reason: 'guests pay twice', aim: 'all ages', effect: 'nobody comes' }))
  const text = toMarkdown(log(name, { ...register, decisions: [{ ...decision, objections }] }, writer, announced))
  expect(text).toContain(
    'Because: guests pay twice. How it touches our aim: all ages. What would happen: nobody comes.',
  )
})

function absent(words: readonly Word[] = []): Decision {
  const consent = [
    ...decision.consent.filter((given) => given.person !== 'greta'),
    { person: 'greta', answer: 'absent', how: 'absent', recordedBy: null, late: false } as const,
  ]
  return { ...decision, effect: 'provisional', absentHours: 72, consent, words, announcedAt: announced }
}

function word(answer: Word['answer'], at: number): Word {
  return { person: 'greta', answer, words: 'too far', recordedBy: null, at }
}

function seen(one: Decision, at: number, day = '2026-04-14', since: number | null = delivered) {
  return status(one, { at, day }, since)
}

test('the hours of the absent begin when the record is delivered, not when it is announced', () => {
  expect(deliveredAt(guestRoom('decided').register, decision)).toBeNull()
  expect(deliveredAt(register, decision)).toBe(register.meetings[0]?.ended)
  expect(seen(absent(), announced + 100 * HOUR, '2026-04-18', null)).toEqual({
    is: 'provisional',
    until: null,
    who: ['greta'],
  })
  const last = delivered + 72 * HOUR
  expect(seen(absent(), last - 1)).toEqual({ is: 'provisional', until: last, who: ['greta'] })
  expect(seen(absent(), last)).toEqual({ is: 'in-force' })
})

test('an objection in time suspends it; one that comes later does not', () => {
  const inTime = word('objection', delivered + 40 * HOUR)
  expect(seen(absent([inTime]), delivered + 41 * HOUR)).toEqual({ is: 'reopened', who: ['greta'] })
  expect(seen(absent([inTime]), delivered + 100 * HOUR)).toEqual({ is: 'reopened', who: ['greta'] })
  const late = word('objection', delivered + 73 * HOUR)
  expect(seen(absent([late]), delivered + 74 * HOUR)).toEqual({ is: 'in-force' })
})

test('it stands at once when the last absent member has no objection', () => {
  expect(seen(absent([word('no objection', delivered + HOUR)]), delivered + 2 * HOUR)).toEqual({ is: 'in-force' })
})

test('on hold waits in the same hours', () => {
  expect(seen({ ...absent(), effect: 'on-hold' }, delivered)).toMatchObject({ is: 'on-hold' })
})

test('at its end a decision stays and is due for review, or stops, as the circle agreed', () => {
  const until = (atEnd: 'stays' | 'stops', review: string | null): Decision => ({
    ...decision,
    fields: { ...decision.fields, until: '2027-04-30', review, atEnd },
  })
  expect(seen(until('stays', null), 0, '2027-04-29')).toEqual({ is: 'in-force' })
  expect(seen(until('stays', null), 0, '2027-05-01')).toEqual({ is: 'review-due', since: '2027-04-30' })
  expect(seen(until('stays', '2026-10-01'), 0, '2026-10-01')).toEqual({ is: 'review-due', since: '2026-10-01' })
  expect(seen(until('stops', null), 0, '2027-05-01')).toEqual({ is: 'expired', since: '2027-04-30' })
  expect(seen(until('stops', '2027-04-01'), 0, '2027-04-30')).toEqual({ is: 'review-due', since: '2027-04-01' })
})

test('who recorded an answer, who came late and what was said by telephone stand in the log', () => {
  const consent = [
    { person: 'walter', answer: 'no objection', how: 'recorded', recordedBy: 'noor', late: true },
    { person: 'pia', answer: 'no objection', how: 'telephone', recordedBy: 'lior', late: false },
    { person: 'greta', answer: 'absent', how: 'absent', recordedBy: null, late: false },
  ] as const
  const one = { ...absent([word('objection', delivered + HOUR)]), consent }
  const mark = { id: one.meeting, stage: 'ended', at: 0, ended: delivered } as const
  const text = toMarkdown(log(name, { ...register, meetings: [mark], decisions: [one] }, writer, delivered + 2 * HOUR))
  expect(text).toContain('- Walter: no objection, said aloud, recorded by Noor, came during the round\n')
  expect(text).toContain('- Pia: no objection, by telephone, recorded by Lior\n')
  expect(text).toContain('- Greta: absent\n- Greta: objection, Tuesday, 14 April 2026, 22:00: too far\n')
  expect(text).toContain('Open again: Greta objected.')
  expect(text).toContain('Who was absent may object until Friday, 17 April 2026, 21:00.')
  expect(text).not.toMatch(/provisional/i)
})
