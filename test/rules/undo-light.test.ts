import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Said } from '../support/filled.ts'
import type { Play } from '../support/play.ts'
import { opened, presented, talking, turns } from '../support/started.ts'

function bare({ state }: Play): unknown {
  return { ...state, back: null }
}

const write = (text: string, over: number, block = 'meeting') => ({ type: 'block.write', block, text, over }) as const
const note = { type: 'note.write', note: null, kind: 'point', text: 'prices', answer: '' } as const

/** Light acts on a proposal, in turn, and what of each stands afterwards. */
const light: readonly (readonly [string, Said, object])[] = [
  ['bo', { type: 'pen.take', block: 'i1' }, { pen: { block: 'i1', person: 'bo' } }],
  ['bo', write('Eva brought cake.', 0, 'i1'), { blocks: { i1: { text: 'Eva brought cake.', by: 'bo' } } }],
  ['bo', { type: 'pen.leave' }, { pen: null }],
  ['bo', note, inLadder({ notes: [{ id: 'n1', text: 'prices' }] })],
  ['bo', { type: 'note.remove', note: 'n1' }, inLadder({ notes: [] })],
  ['bo', { type: 'wording.take' }, inLadder({ wording: { pen: 'bo' } })],
  ['bo', { type: 'wording.leave' }, inLadder({ wording: { pen: null } })],
]

function inLadder(consent: object): object {
  return { items: [{ id: 'i1', runs: [{ state: consent }] }, { id: 'i2' }] }
}

test('U5 a light act leaves the undo possible, and stays when it is used', () => {
  for (let count = 1; count <= light.length; count++) {
    const play = presented().does('ana', { type: 'consent.step', to: 'clarify' })
    const { seq } = play.state!.back!
    for (const [by, said] of light.slice(0, count)) play.does(by, said)
    const [, { type }, stands] = light[count - 1]!
    expect(play.state?.back, type).toMatchObject({ seq, by: 'ana', light: count })
    expect(play.now, type).toMatchObject(stands)
    expect(play.consent.step.stage, type).toBe('clarify')
    play.does('ana', { type: 'undo', seq })
    expect(play.consent.step.stage, type).toBe('present')
    expect(play.now, type).toMatchObject(stands)
    expect(play.state?.back, type).toBeNull()
  }
})

test('U5 what is undone is gone, and only that', () => {
  const act = { type: 'consent.step', to: 'clarify' } as const
  const undone = presented().does('bo', note).does('ana', act).does('bo', write('Cake.', 0))
  undone.does('ana', { type: 'undo', seq: undone.state!.back!.seq })
  const never = presented().does('bo', note)
  never.log.push({ seq: never.log.length + 1, id: 'k', by: 'ana', at: never.clock, events: [] })
  never.does('bo', write('Cake.', 0))
  expect(bare(undone)).toEqual(bare(never))
})

test('U5 it is the facilitator’s own act as well, and no act to be undone itself', () => {
  const play = presented().does('ana', { type: 'consent.step', to: 'clarify' })
  const { seq } = play.state!.back!
  play.does('ana', note).does('ana', write('Cake.', 0))
  expect(play.refused('ana', { type: 'undo', seq: play.log.length })).toBe('nothing_to_undo')
  play.does('ana', { type: 'undo', seq })
  expect(play.now).toMatchObject({
    ...inLadder({ notes: [{ text: 'prices' }] }),
    blocks: { meeting: { text: 'Cake.' } },
  })
})

test('U5 whatever belongs to what would be undone ends the undo', () => {
  const began = opened().does('ana', { type: 'item.open', item: 'i1' }).does('bo', note)
  const added = opened().does('ana', { type: 'item.add', title: 'Swing', kind: 'decide' })
  added.does('bo', write('Cake.', 0, 'i3'))
  const worded = presented().does('ana', { type: 'consent.step', to: 'clarify' })
  const { draft, written } = worded.consent.wording
  worded.does('bo', { type: 'wording.write', fields: { ...draft, text: 'Two.' }, over: written })
  for (const play of [began, added, worded]) {
    expect(play.state?.back).toBeNull()
    expect(play.refused('ana', { type: 'undo', seq: play.log.length - 1 })).toBe('nothing_to_undo')
  }
})

test('U5 whoever folds on from what they were sent sees the same, also after the undo', () => {
  const play = presented().does('ana', { type: 'consent.step', to: 'clarify' }).does('bo', note)
  const from = meetingStream.from(play.state)!
  play.does('ana', { type: 'undo', seq: play.state!.back!.seq })
  for (const person of ['eva', null]) {
    const since = play.log.filter(({ seq }) => seq > from.seq).map((e) => meetingStream.seeEntry(e, { person }))
    const sent: MeetingState = meetingStream.seeState(from.state, { person })
    const folded = since.reduce<MeetingState>((state, entry) => meetingStream.evolve(state, entry), sent)
    expect(folded).toEqual(meetingStream.seeState(play.state, { person }))
  }
})

test('U6 of more than a hundred light acts none leaves the undo possible any more', () => {
  const play = presented().does('ana', { type: 'consent.step', to: 'clarify' })
  const { seq } = play.state!.back!
  const writes = () => play.does('bo', write(`line ${play.log.length}`, play.now.blocks.meeting?.seq ?? 0))
  for (let n = 1; n <= 100; n++) writes()
  expect(play.state?.back).toMatchObject({ seq, light: 100 })
  writes()
  expect(play.state?.back).toBeNull()
  expect(play.refused('ana', { type: 'undo', seq })).toBe('nothing_to_undo')
  expect(play.consent.step.stage).toBe('clarify')
})

test('U6 after a hundred it still is', () => {
  const play = presented().does('ana', { type: 'consent.step', to: 'clarify' })
  const { seq } = play.state!.back!
  for (let n = 1; n <= 100; n++) play.does('bo', write(`line ${n}`, play.now.blocks.meeting?.seq ?? 0))
  play.does('ana', { type: 'undo', seq })
  expect(play.consent.step.stage).toBe('present')
  expect(play.now.blocks.meeting?.text).toBe('line 100')
})

test('M10 a yes that does nothing is an entry without events, and clears no undo', () => {
  const play = talking().does('ana', { type: 'turn.done' })
  const { seq } = play.state!.back!
  const again: readonly (readonly [string, Said])[] = [
    ['eva', { type: 'here', remote: false, for: null }],
    ['bo', { type: 'pen.leave' }],
    ['ana', { type: 'role.set', role: 'secretary', person: 'bo' }],
    ['ana', { type: 'item.rename', item: 'i1', title: 'Ladder' }],
    ['ana', { type: 'chair.decline' }],
  ]
  for (const [by, said] of again) {
    const { state, around } = play
    const told = around.log.length
    play.does(by, said)
    expect(play.log.at(-1), said.type).toMatchObject({ seq: play.log.length, by, events: [] })
    expect(play.state, said.type).toBe(state)
    expect(around.log, said.type).toHaveLength(told)
    // Unlike what others may not see, it shows whose it was.
    expect(meetingStream.seeEntry(play.log.at(-1)!, { person: null }), said.type).toMatchObject({ by })
  }
  play.does('ana', { type: 'undo', seq })
  expect(turns(play).speaking?.person).toBe('bo')
})
