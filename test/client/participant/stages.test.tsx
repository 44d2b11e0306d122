import { expect, test } from 'vitest'
import { phone } from './scene.tsx'
import { stages } from './stages.ts'

/** What each moment says, in its heading and somewhere on the screen. */
const said: Readonly<Record<string, readonly [string, RegExp]>> = {
  presenting: ['Proposal', /Lior reads it out/],
  reacting: ['Reactions', /Noor.*is speaking.*Next Oskar.*3 before you.*Lior will call you/],
  next: ['Reactions', /Pia.*is speaking.*Next you/],
  turn: ['Your turn', /How does this land with you.*Next after you: Greta/],
  question: ['Your turn', /What do you need to understand/],
  passed: ['Reactions', /You passed/],
  'last-call': ['Your turn', /Back to you, as you asked/],
  heard: ['Reactions', /Everyone was heard/],
  paused: ['Reactions', /Paused.*We go on when Lior says so/],
  wording: ['The words', /Lior puts the words/],
  restate: ['The words we decide', /Lior reads the exact words/],
  'item-paused': ['Paused', /Guest room price is paused.*Everything said so far is kept/],
  open: ['Talking it over', /Secretary.*Lior leads on/],
  waiting: ['Consent, version 1', /Oskar.*is answering.*Then you/],
  answer: ['Your turn', /Version 1.*Any objection\?.*Say it aloud, then tap/],
  noted: ['Consent, version 1', /Noted.\s*Thank you.*Lior comes to it when all have spoken/],
  answered: ['Consent, version 1', /3 to go.*I have an objection.*Shuts out families.*Saved/],
  agreed: ['Consent, version 1', /No objection.*Saved/],
  recorded: ['Consent, version 1', /by Lior/],
  'not-ready': ['Consent, version 1', /what the heating costs.*You are still asked/],
  'stepped-back': ['Your turn', /You said: no objection. Is that right\?/],
  'all-at-once': ['Your turn', /Everyone answers at once|Only you see it until it is opened/],
  closed: ['Consent, all at once', /Closed.*until all are in.*Lior opens all answers together/],
  'no-objections': ['Consent, version 1', /No objections.*Nothing is decided until Lior announces it/],
  'two-objections': ['Consent, version 1', /Two objections.*Lior comes to it now/],
  hearing: ['Two objections', /Your objection is heard now/],
  listening: ['Two objections', /Mireille explains/],
  ideas: ['Ideas', /To solve/],
  changes: ['Two objections', /Was.*Would be.*Would this meet it\?/],
  fresh: ['Your turn', /Version 2.*You said: Shuts out families.*Does yours still stand\?/],
  recheck: ['Your turn', /Any objection\?/],
  decided: ['Version 2', /It’s decided.*14 April 2026.*Your objection changed it/],
  'decided-absent': ['Version 1', /Greta may still object until Friday/],
  deferred: ['Not today', /28 April.*Noor.*Ask what other houses charge/],
  round: ['Ideas', /What shall we cook on Sunday\?/],
  aside: ['Lior asks all of us', /Ten more minutes.*Fine with you\? Nothing to tap/],
  between: ['Between two items', /Lior opens what comes next/],
  over: ['The meeting has ended', /Thank you, everyone/],
  reading: ['Consent, version 1', /You are reading along/],
  out: ['Reactions', /You have stepped out/],
}

test('every moment there is has its words here', () => {
  expect(Object.keys(said).sort()).toEqual(Object.keys(stages).sort())
})

test.each(Object.entries(said))(
  '%s: one heading names the step, and the rest is in words',
  async (stage, [title, words]) => {
    const { findByRole, getAllByRole, container } = phone(stage)
    await findByRole('heading', { level: 1, name: title })
    expect(getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(container.textContent?.replaceAll('\n', ' ')).toMatch(words)
    expect(container.textContent).not.toMatch(/\bmy\.[a-z]|\bseat\.[a-z]|[{}]/)
  },
)

test.each(Object.keys(stages))('%s: nothing is chosen beforehand and no button is switched off', async (stage) => {
  const { findByRole, queryAllByRole } = phone(stage)
  await findByRole('heading', { level: 1 })
  const buttons = queryAllByRole('button') as HTMLButtonElement[]
  expect(buttons.filter((b) => b.disabled || b.getAttribute('aria-pressed') === 'true')).toEqual([])
})
