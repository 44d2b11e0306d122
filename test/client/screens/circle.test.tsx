import { fireEvent, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { choose } from '../../../client/live/chosen.ts'
import { CircleScreen } from '../../../client/screens/circle/CircleScreen.tsx'
import type { CircleState, Decision } from '../../../shared/circle/types.ts'
import { Play } from '../../support/play.ts'
import { type Rendered, renderAt } from '../render.tsx'
import { type Call, fakeHttp } from './fake-http.ts'

const names = { p_lior: 'Lior', p_ines: 'Ines', p_noor: 'Noor' }
const people = Object.keys(names)

function circleOf(more: Partial<NonNullable<CircleState>> = {}) {
  const { circle } = new Play(people, 'p_lior')
  if (!circle) throw new Error('no circle')
  return { ...circle, ...more }
}

function decided(id: string, title: string, text: string): Decision {
  const fields = {
    text,
    why: '',
    by: 'p_noor',
    until: null,
    review: '2027-04-30',
    measure: '',
    atEnd: 'stays',
  } as const
  return {
    id,
    meeting: 'm_one',
    announcedAt: Date.UTC(2026, 3, 14, 18),
    facilitators: ['p_lior'],
    words: [],
    title,
    kind: 'policy',
    effect: 'adopted',
    version: 1,
    fields,
    versions: [],
    consent: [],
    objections: [],
    absentHours: 72,
    facilitator: 'p_lior',
    guests: [],
  }
}

async function open(circle: NonNullable<CircleState>): Promise<Rendered & { calls: Call[] }> {
  const calls = fakeHttp({
    '/api/me': {
      people: [{ person: 'p_ines', name: 'Ines', hint: null, circle: circle.id }],
      circles: [{ circle: circle.id, name: circle.name, grade: 'join', meeting: null }],
    },
    [`/api/circles/${circle.id}/link`]: { join: 'http://here/j#a.b', screen: 'http://here/room#c.d' },
    '/api/meetings': { meeting: 'm_two' },
  })
  choose(circle.id, 'p_ines')
  const screen = renderAt({ circle, me: 'p_ines', names }, <CircleScreen circle={circle.id} />)
  await screen.findByRole('heading', { level: 1, name: circle.name })
  return { ...screen, calls }
}

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/')
})

test('a new meeting begins with what waits, one item a line', async () => {
  const user = userEvent.setup()
  const fields = { text: '', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' } as const
  const backlog = [{ id: 'b1', title: 'Keys', fields, next: null, meeting: null }]
  const screen = await open(circleOf({ backlog }))
  await user.click(screen.getByRole('button', { name: 'New meeting' }))
  await user.type(screen.getByRole('textbox', { name: /What is it about/ }), '\nBikes\n')
  await user.click(screen.getByRole('button', { name: 'Call the meeting' }))
  await waitFor(() => expect(location.pathname).toBe('/m/m_two'))
  expect(screen.calls.find(({ path }) => path === '/api/meetings')?.body).toEqual({
    circle: 'c_harrow',
    as: 'p_ines',
    items: ['Keys', 'Bikes'],
  })
})

test('while a meeting runs it is the way, and seats are changed there', async () => {
  const meetings = [{ id: 'm_one', stage: 'open', at: 1, ended: null }] as const
  const screen = await open(circleOf({ meetings }))
  expect(screen.getByRole('link', { name: 'To the meeting' }).getAttribute('href')).toBe('/m/m_one')
  expect(screen.queryByRole('button', { name: 'New meeting' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Change the order' })).toBeNull()
})

test('seats are moved with buttons', async () => {
  const user = userEvent.setup()
  const screen = await open(circleOf())
  await user.click(screen.getByRole('button', { name: 'Change the order' }))
  expect(screen.queryByRole('button', { name: 'Lior: one seat earlier' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Ines: one seat earlier' }))
  await user.click(screen.getByRole('button', { name: 'Ines: one seat later' }))
  expect(screen.sent).toEqual([
    { type: 'circle.seat', person: 'p_ines', by: -1 },
    { type: 'circle.seat', person: 'p_ines', by: 1 },
  ])
})

test('decisions stand newest first, and are found by their words', async () => {
  const user = userEvent.setup()
  const decisions = [decided('d1', 'Keys', 'One set each.'), decided('d2', 'Guest room price', '0, 6 or 12 € a night.')]
  const screen = await open(circleOf({ decisions }))
  const titles = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)
  expect(titles()).toEqual(['Guest room price', 'Keys'])
  await user.type(screen.getByRole('textbox', { name: 'Search decisions' }), 'one SET')
  expect(titles()).toEqual(['Keys'])
  expect(screen.getByRole('link', { name: 'Print' }).getAttribute('href')).toBe('/api/circles/c_harrow/decisions.html')
})

test('what waits is added and taken off, and habits are chosen', async () => {
  const user = userEvent.setup()
  const screen = await open(circleOf())
  await user.type(screen.getByRole('textbox', { name: 'Something for later' }), 'Bikes{Enter}')
  fireEvent.click(screen.getByLabelText('all at once'))
  expect(screen.sent).toEqual([
    { type: 'backlog.add', title: 'Bikes' },
    {
      type: 'circle.habits',
      habits: { consentMode: 'simultaneous', roundStart: 'rotate', alternateDirection: true, facilitatorMid: true },
    },
  ])
})

const jonas = { person: 'p_noor', answer: 'absent', how: 'absent', recordedBy: null, late: false } as const

function waiting(): NonNullable<CircleState> {
  const decision: Decision = {
    ...decided('d1', 'Ash trees', 'Fell two ash trees.'),
    effect: 'provisional',
    consent: [jonas],
  }
  return circleOf({ decisions: [decision], facilitator: 'p_ines' })
}

test('what an absent member says on the telephone is entered by the facilitator', async () => {
  const { sent, findByRole } = await open(waiting())
  await userEvent.click(await findByRole('button', { name: 'Enter what Noor says' }))
  await userEvent.click(await findByRole('button', { name: 'No objection' }))
  const answer = { decision: 'd1', person: 'p_noor', answer: 'no objection', words: '' }
  expect(sent).toEqual([{ type: 'decision.word', ...answer }])
})
