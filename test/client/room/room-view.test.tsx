import { expect, test } from 'vitest'
import { RoomView } from '../../../client/stations/room/RoomView.tsx'
import type { Now } from '../../../shared/meeting/types.ts'
import { seeState } from '../../../shared/meeting/view.ts'
import { guestRoom, type Moment, moments } from '../../support/guest-room.ts'
import { Play } from '../../support/play.ts'
import { renderAt } from '../render.tsx'

const titled = (person: string) => person.charAt(0).toUpperCase() + person.slice(1)

/** What the screen on the wall gets to see, drawn. */
async function shown(play: Play) {
  const now = seeState(play.state, { person: null }) as unknown as Now
  const names = Object.fromEntries(now.seats.map((seat) => [seat.person, titled(seat.person)]))
  const view = renderAt({ now, me: null, names }, <RoomView now={now} join={null} />)
  await view.findByRole('heading', { level: 1 })
  return view
}

async function text(play: Play): Promise<string> {
  const { container, unmount } = await shown(play)
  const words = container.textContent ?? ''
  unmount()
  return words.replace(/\u00a0/g, ' ')
}

function sealed(): Play {
  const play = guestRoom('reacting').does('lior', { type: 'round.end' })
  return play.does('lior', { type: 'consent.ask', mode: 'simultaneous', start: null, direction: null })
}

test('each step of scenario 3 says its words, large', async () => {
  const words: Partial<Record<Moment, readonly string[]>> = {
    gathering: ['No phone? Tell Lior.', 'Mireille'],
    before: ['Next', 'Guest room price'],
    presented: ['Proposal', 'Guest room costs 12 € a night from 1 May 2026.'],
    reacting: ['Lior', 'Next Greta', 'How does this land with you?'],
    asked: ['Version 1', 'Greta, any objection?', 'Next Lior', 'Chidi, objection', 'Noor, no objection'],
    objected: ['To hear', 'shuts out families with little money', 'nobody collects it', 'Mireille'],
    worded: ['To solve', 'Version 2', 'Underlined is new', 'Our aim: neighbours of all ages', 'paid into the box'],
    again: ['Version 2', 'Oskar, any objection?', 'Next Noor'],
    decided: ['It’s decided', 'Guests choose 0, 6 or 12 € a night'],
    ended: ['Thank you', 'Guest room price'],
  }
  for (const [moment, wanted] of Object.entries(words)) {
    const found = await text(guestRoom(moment as Moment))
    for (const one of wanted) expect(found, moment).toContain(one)
  }
})

test('there is nothing to press and nothing to scroll at any moment', async () => {
  for (const moment of moments) {
    const { container, unmount } = await shown(guestRoom(moment))
    expect(container.querySelectorAll('button, a, input, textarea, select, [tabindex]'), moment).toHaveLength(0)
    expect(container.querySelectorAll('h1'), moment).toHaveLength(1)
    unmount()
  }
})

test('an empty seat has no name while people gather', async () => {
  const words = await text(guestRoom('gathering'))
  expect(words).toContain('Pia')
  expect(words).not.toContain('Greta')
})

test('all at once: the picture is the same from the first answer to the last, also where someone is not ready', async () => {
  const play = sealed()
  const before = (await shown(play)).container.innerHTML
  expect(before).toContain('Opened when all have answered')
  document.body.innerHTML = ''
  play.does('chidi', {
    type: 'consent.answer',
    replaces: null,
    answer: { is: 'not ready', need: 'figures' },
    for: null,
  })
  for (const person of ['noor', 'oskar', 'pia', 'greta', 'lior']) play.says(person, null)
  play.says('mireille', 'nobody collects it')
  const after = await shown(play)
  expect(after.container.innerHTML).toBe(before)
  expect(after.container.textContent).not.toContain('figures')
})

test('sealed words are not drawn even where this browser has them', async () => {
  const play = sealed().says('chidi', 'too dear for my sister')
  const now = play.now
  expect(JSON.stringify(now)).toContain('too dear for my sister')
  const view = renderAt({ now, me: 'lior', names: {} }, <RoomView now={now} join={null} />)
  await view.findByText('Any objection?')
  expect(view.container.innerHTML).not.toContain('too dear')
})

test('who entered an answer for whom, and whose phone sleeps, is not in the room', async () => {
  const asked = guestRoom('asked')
  const own = (await shown(asked)).container.innerHTML
  document.body.innerHTML = ''
  const recorded = guestRoom('reacting').does('lior', { type: 'seat.no_device', people: ['noor'] })
  const given = asked.consent.answers?.given.noor
  expect(given?.recordedBy).toBeNull()
  const run = asked.item.runs[0]
  const answers = asked.consent.answers
  const state = {
    ...asked.consent,
    answers: answers && {
      ...answers,
      given: { ...answers.given, noor: { ...given, recordedBy: 'lior', how: 'recorded' } },
    },
  }
  const seats = recorded.now.seats.filter((seat) => seat.noDevice)
  expect(seats).toHaveLength(1)
  const now = {
    ...asked.now,
    seats: asked.now.seats.map((seat) => (seat.person === 'noor' ? { ...seat, noDevice: true } : seat)),
    items: asked.now.items.map((item) => (item.id === asked.item.id ? { ...item, runs: [{ ...run, state }] } : item)),
  } as Now
  const names = Object.fromEntries(now.seats.map((seat) => [seat.person, titled(seat.person)]))
  const here = { facilitatorGone: null, lights: { pia: 'asleep', noor: 'none' } } as const
  const view = renderAt({ now, me: null, names, here }, <RoomView now={now} join={null} />)
  await view.findByRole('heading', { level: 1 })
  expect(view.container.innerHTML).toBe(own)
})

test('notes, drafts of minutes and planned items’ words stay off the wall', async () => {
  const play = guestRoom('worded')
  play.does('noor', { type: 'block.write', block: 'i1', text: 'a sentence for the minutes', over: 0 })
  const fields = {
    text: 'a private thought',
    why: '',
    by: null,
    until: null,
    review: null,
    measure: '',
    atEnd: 'stays',
  }
  play.does('lior', { type: 'item.draft', item: 'i2', fields: fields as never, over: 0 })
  const words = await text(play)
  expect(words).not.toContain('a sentence for the minutes')
  expect(words).not.toContain('a private thought')
  expect(words).not.toContain('honesty box')
})

test('someone absent is named with the day until which they may object, never as provisional', async () => {
  const play = new Play(['amara', 'bruno', 'jonas'], 'amara')
  play.calls('amara', 'Bike shed roof').here('bruno')
  const fields = { text: 'A roof.', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' } as const
  play.does('amara', { type: 'item.draft', item: 'i1', fields, over: 0 })
  play.does('amara', { type: 'meeting.open', item: 'i1' }).does('amara', { type: 'consent.anything' })
  play.does('amara', { type: 'consent.ask', mode: null, start: 'bruno', direction: 1 })
  play.says('bruno', null).says('amara', null).does('amara', { type: 'consent.announce' })
  const words = await text(play)
  expect(words).toContain('It’s decided')
  expect(words).toContain('Jonas may still object until Friday.')
  expect(words).not.toMatch(/provisional/i)
})

test('a quick consent stands over everything; who objects is said, nobody is counted', async () => {
  const play = guestRoom('asked')
  play.does('lior', { type: 'aside.put', text: 'Ten more minutes?', form: 'aloud', does: null })
  expect(await text(play)).toContain('Fine with you? Nothing to do.')
  play.does('pia', { type: 'aside.object', for: null })
  expect(await text(play)).toContain('Pia objects')
  play.does('lior', { type: 'aside.drop', aside: play.now.aside?.seq ?? 0 })
  play.does('lior', { type: 'aside.put', text: null, form: 'aloud', does: { type: 'chair.give', to: 'pia' } })
  expect(await text(play)).toContain('Pia facilitates this item.')
})
