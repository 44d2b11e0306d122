import { expect, test } from 'vitest'
import { toMarkdown } from '../../shared/record/markdown.ts'
import { minutes } from '../../shared/record/minutes.ts'
import { guestRoom } from '../support/guest-room.ts'
import { Play } from '../support/play.ts'
import { writer } from '../support/writer.ts'

const ways = {
  'way.amend': 'change it',
  'way.responsibility': 'someone looks after it',
  'way.measure': 'measure it',
  'round.reaction': 'Reactions',
}
const scribe = { ...writer, messages: { ...writer.messages, ...ways } }

test('the minutes of scenario 3 have written themselves when the meeting ends', () => {
  const { now } = guestRoom('ended')
  const ended = { ...now, openedAt: Date.UTC(2026, 3, 14, 17, 30), endedAt: Date.UTC(2026, 3, 14, 18, 58) }
  expect(toMarkdown(minutes(ended, scribe))).toBe(`# Harrow Lane: minutes

Tuesday, 14 April 2026, 19:30 to 20:58

## Decided: Guest room price

> Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From 1 May 2026, term 12 months.

- **Until:** 30 April 2027, then it stays until reviewed
- **Review by:** 30 April 2027
- **Looked after by:** Noor
- **Measured:** nights and income, told to the circle in October 2026
- **Why:** Guests cost us heating and linen.

## Not reached

- Secretary

## Here

Lior, Mireille, Noor, Oskar, Pia, Chidi and Greta (remote)

- **Facilitated by:** Lior
- **Secretary:** Noor

## How we decided: Guest room price

The box comes from Oskar’s cellar.

- Idea: sliding scale
- Idea: honesty box
- Idea: Noor keeps the list
- Idea: count nights

Version 1

> Guest room costs 12 € a night from 1 May 2026. Term 12 months.

- Chidi objected to version 1: shuts out families with little money. How: change it. Met in version 2.
- Mireille objected to version 1: nobody collects it. How: someone looks after it. How: measure it. Met in version 2.
- No objection to version 2: Chidi, Pia, Oskar, Noor, Mireille, Lior and Greta.
- It’s decided.
`)
})

test('while the meeting runs, who is here comes first and each item stands in its place', () => {
  const headings = (moment: Parameters<typeof guestRoom>[0]) =>
    minutes(guestRoom(moment).now, scribe).sections.map((section) => section.heading)
  expect(headings('gathering')).toEqual(['Here'])
  expect(headings('presented')).toEqual(['Here', 'Guest room price'])
  expect(headings('decided')).toEqual(['Here', 'Guest room price'])
})

test('a wording being written, a planned draft and a taken-back answer are in no minutes', () => {
  const play = guestRoom('worded')
  const drafted = JSON.stringify(play.now)
  expect(drafted).toContain('paid into the box')
  expect(toMarkdown(minutes(play.now, scribe))).not.toContain('paid into the box')

  const planned = guestRoom('gathering').does('lior', {
    type: 'item.draft',
    item: 'i2',
    fields: { text: 'a private thought', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' },
    over: 0,
  })
  expect(toMarkdown(minutes(planned.now, scribe))).not.toContain('a private thought')

  const back = guestRoom('asked').does('lior', { type: 'turn.back' })
  expect(back.consent.answers?.drafts).toHaveProperty('chidi')
  expect(toMarkdown(minutes(back.now, scribe))).not.toContain('shuts out')
})

test('sealed answers are in no minutes, whoever writes them', () => {
  const play = guestRoom('reacting')
  while (play.consent.step.stage === 'react' && play.consent.step.round?.speaking) {
    play.does(play.consent.step.round.speaking.person, { type: 'turn.done' })
  }
  play.does('lior', { type: 'round.close' })
  play.does('lior', { type: 'consent.ask', mode: 'simultaneous', start: null, direction: null })
  play.says('chidi', 'too dear for my sister')
  expect(JSON.stringify(play.now)).toContain('too dear for my sister')
  const text = toMarkdown(minutes(play.now, scribe))
  expect(text).not.toContain('too dear for my sister')
  expect(text).not.toContain('objected')
})

test('who was absent is named, with how long they may still object; never as "provisional"', () => {
  const play = new Play(['amara', 'bruno', 'jonas'], 'amara')
  play.calls('amara', 'Bike shed roof').here('bruno')
  const fields = { text: 'A roof.', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' } as const
  play.does('amara', { type: 'item.draft', item: 'i1', fields, over: 0 })
  play.does('amara', { type: 'meeting.open', item: 'i1' })
  play.does('amara', { type: 'consent.anything' })
  play.does('amara', { type: 'consent.ask', mode: null, start: 'bruno', direction: 1 })
  play.says('bruno', null).says('amara', null).does('amara', { type: 'consent.announce' })
  const running = toMarkdown(minutes(play.now, scribe))
  expect(running).toContain('- **Looked after by:** nobody named yet')
  expect(running).toContain('- Jonas may still object until 72 hours after these minutes are finished.')
  expect(running).toContain('- **Not here:** Jonas')
  play.does('amara', { type: 'meeting.end', next: null })
  const ended = toMarkdown(minutes(play.now, scribe))
  expect(ended).toMatch(/## Decided: Bike shed roof[\s\S]*Jonas may still object[\s\S]*## Here/)
  expect(ended).not.toMatch(/provisional/i)
})

test('what was put off says until when and who prepares it', () => {
  const play = guestRoom('presented')
  play.does('lior', { type: 'meeting.end', next: { when: '28 April', who: 'noor', words: 'ask two neighbours' } })
  expect(toMarkdown(minutes(play.now, scribe))).toContain(
    'Put off to 28 April. Noor prepares it. Next: ask two neighbours.',
  )
})

test('every line a process writes into the minutes has words', () => {
  const lines = ['raised', 'heard', 'understood', 'integrating', 'addressed', 'confirmed', 'reopened', 'integrated']
    .concat('withdrawn', 'carried', 'lapsed', 'aim', 'effect')
    .map((status) => `minutes.objection_${status}`)
  const kinds = ['question', 'point', 'exploration', 'idea', 'answer'].map((kind) => `minutes.note_${kind}`)
  const effects = ['adopted', 'provisional', 'on-hold'].map((effect) => `minutes.effect_${effect}`)
  const ends = ['deferred', 'referred'].flatMap((how) => [`minutes.ended_${how}`, `minutes.ended_${how}_open`])
  const others = ['version', 'objection', 'objection_reason', 'way', 'consented', 'may_object', 'next_step']
    .concat('round_held', 'round_away', 'ended_dropped', 'ended_withdrawn')
    .map((id) => `minutes.${id}`)
  const missing = [...lines, ...kinds, ...effects, ...ends, ...others].filter((id) => !(id in writer.messages))
  expect(missing).toEqual([])
})
