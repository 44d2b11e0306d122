import { expect, test } from 'vitest'
import { facilitatorOf } from '../../shared/meeting/around.ts'
import type { Play } from '../support/play.ts'
import { asked, done, marks, opened, presented, talking, turns } from '../support/started.ts'

function chair(play: Play): string | null {
  return facilitatorOf(play.now)
}

function gone(play: Play, seconds: number): Play {
  play.unreachable = { ana: play.clock - seconds * 1000 }
  return play
}

test('CH1 the chair is offered and accepted, and until then nothing has changed', () => {
  const play = opened()
  expect(play.refused('bo', { type: 'chair.offer', to: 'bo' })).toBe('not_facilitator')
  play.does('ana', { type: 'chair.offer', to: 'eva' })
  expect(chair(play)).toBe('ana')
  expect(play.refused('finn', { type: 'chair.accept' })).toBe('not_yours')
  play.does('eva', { type: 'chair.accept' })
  expect([chair(play), play.now.offered, play.now.facilitators]).toEqual(['eva', null, ['ana', 'eva']])
  expect(play.refused('ana', { type: 'chair.offer', to: 'ana' })).toBe('not_facilitator')
})

test('CH1 it is not offered to a guest', () => {
  const play = opened().does('ana', { type: 'person.add', person: 'gus', as: 'guest' })
  expect(play.refused('ana', { type: 'chair.offer', to: 'gus' })).toBe('unknown_person')
})

test('CH2 an offer may be declined, and taken back', () => {
  const play = opened().does('ana', { type: 'chair.offer', to: 'eva' })
  expect(play.refused('finn', { type: 'chair.decline' })).toBe('not_yours')
  play.does('eva', { type: 'chair.decline' })
  expect(play.refused('eva', { type: 'chair.accept' })).toBe('no_offer')
  play.does('ana', { type: 'chair.offer', to: 'eva' }).does('ana', { type: 'chair.decline' })
  expect(play.refused('eva', { type: 'chair.accept' })).toBe('no_offer')
})

test('CH3 after twenty seconds the named back-up may take it', () => {
  const play = opened().does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  expect(gone(play, 19).refused('eva', { type: 'chair.take' })).toBe('chair_not_yet')
  expect(gone(play, 20).refused('bo', { type: 'chair.take' })).toBe('chair_not_yet')
  play.does('eva', { type: 'chair.take' })
  expect(chair(play)).toBe('eva')
})

test('CH4 then the secretary, then any member who is here', () => {
  const play = opened({ missing: ['finn'] }).does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  play.does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  expect(gone(play, 40).refused('cleo', { type: 'chair.take' })).toBe('chair_not_yet')
  expect(gone(play, 60).refused('gus', { type: 'chair.take' })).toBe('not_member')
  expect(gone(play, 60).refused('finn', { type: 'chair.take' })).toBe('chair_not_yet')
  play.does('cleo', { type: 'chair.take' })
  expect(chair(play)).toBe('cleo')
})

test('CH4 the leader may before the other members, and after the secretary', () => {
  const play = opened()
  play.state = { ...play.state!, leader: 'eva' }
  expect(gone(play, 20).refused('eva', { type: 'chair.take' })).toBe('chair_not_yet')
  expect(gone(play, 40).refused('dan', { type: 'chair.take' })).toBe('chair_not_yet')
  play.does('eva', { type: 'chair.take' })
  expect(chair(play)).toBe('eva')
})

test('CH4 a back-up who is not here is not waited for', () => {
  const play = marks(opened().does('ana', { type: 'role.set', role: 'backup', person: 'eva' }), 'eva', 'absent')
  gone(play, 20).does('bo', { type: 'chair.take' })
  expect(chair(play)).toBe('bo')
})

test('CH5 while the facilitator can be reached nobody takes the chair', () => {
  const play = opened().does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  play.clock += 3_600_000
  expect(play.attempt('eva', { type: 'chair.take' })).toMatchObject({ code: 'wrong_state', reason: 'chair_held' })
})

function handedOver(play: Play): Play {
  const does = { type: 'chair.give', to: 'eva' } as const
  play.does('ana', { type: 'aside.put', text: 'Eva, would you?', form: 'aloud', does })
  return play.does('ana', { type: 'aside.agree', aside: play.now.aside!.seq })
}

test('CH6 a hand-over that the circle agreed to is for the open item, and ends with it', () => {
  const play = handedOver(talking())
  expect([chair(play), play.now.facilitator]).toEqual(['eva', 'ana'])
  expect(play.refused('ana', { type: 'round.end' })).toBe('not_facilitator')
  play.does('eva', { type: 'round.end' })
  play.does('eva', { type: 'item.close', next: { when: 'soon', who: null, words: '' } })
  expect(chair(play)).toBe('ana')
})

test('CH6 also with a pause', () => {
  const play = handedOver(presented()).does('eva', { type: 'item.pause' })
  expect(chair(play)).toBe('ana')
})

test('CH7 taking the chair takes it for the meeting, also from who had it for an item', () => {
  const play = handedOver(talking())
  play.unreachable = { eva: play.clock - 20_000 }
  play.does('bo', { type: 'chair.take' })
  expect([play.now.facilitator, play.item.facilitator]).toEqual(['bo', null])
})

test('CH8 nothing but the pointer changes with the chair', () => {
  const play = asked().says('bo', null)
  const { facilitator: _, facilitators: __, offered: ___, back: ____, ...before } = play.state!
  play.does('ana', { type: 'chair.offer', to: 'dan' }).does('dan', { type: 'chair.accept' })
  const { facilitator, facilitators, offered, back, ...after } = play.state!
  expect([facilitator, facilitators, offered, back]).toEqual(['dan', ['ana', 'dan'], null, null])
  expect(after).toEqual(before)
})

test('CH8 a new facilitator speaks where they would have, and only they announce', () => {
  const play = done(handedOver(talking()), 3)
  expect(turns(play).speaking?.person).toBe('eva')
  expect(done(play, 3).refused('ana', { type: 'round.close' })).toBe('not_facilitator')
})

test('CH9 whoever leaves the meeting leaves the chair empty, and an empty one counts from then', () => {
  const play = opened().does('ana', { type: 'seat.mark', person: 'ana', attendance: 'left', confirmed: false })
  expect(play.now).toMatchObject({ facilitator: null, chairEmpty: play.log.at(-1)?.at })
  expect(play.refused('bo', { type: 'chair.take' })).toBe('chair_not_yet')
  expect(play.refused('ana', { type: 'item.open', item: 'i1' })).toBe('not_facilitator')
  play.clock += 20_000
  play.does('bo', { type: 'chair.take' })
  expect(play.now).toMatchObject({ facilitator: 'bo', chairEmpty: null })
})

test('CH9 who only steps out keeps it, and who had it for an item gives that back', () => {
  const play = opened().does('ana', { type: 'seat.mark', person: 'ana', attendance: 'out', confirmed: false })
  expect(chair(play)).toBe('ana')
  const item = handedOver(talking()).does('eva', {
    type: 'seat.mark',
    person: 'eva',
    attendance: 'left',
    confirmed: false,
  })
  expect(chair(item)).toBe('ana')
})

test('CH10 nobody marks a facilitator as gone who can be reached, but themselves', () => {
  const play = opened()
  const left = { type: 'seat.mark', person: 'ana', attendance: 'left', confirmed: true } as const
  expect(play.refused('bo', left)).toBe('chair_held')
  gone(play, 5).does('bo', left)
  expect(chair(play)).toBeNull()
})
