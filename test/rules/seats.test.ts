import { expect, test } from 'vitest'
import { Play } from '../support/play.ts'
import { asked, objected, opened, putAgain, six, talking } from '../support/started.ts'

function seat(play: Play, person: string) {
  return play.now.seats.find((s) => s.person === person)
}

const marked = (person: string, attendance: 'out' | 'left' | 'absent', confirmed = false) =>
  ({ type: 'seat.mark', person, attendance, confirmed }) as const

test('S1 "I’m here" makes present, by one’s own hand or recorded', () => {
  const play = opened({ missing: ['eva', 'finn'] })
  play.does('eva', { type: 'here', remote: true, for: null }).does('bo', { type: 'here', remote: false, for: 'finn' })
  expect(seat(play, 'eva')).toMatchObject({ attendance: 'present', remote: true })
  expect(seat(play, 'finn')).toMatchObject({ attendance: 'present', remote: false })
  expect(play.refused('cleo', { type: 'here', remote: false, for: 'dan' })).toBe('not_for_others')
  expect(play.refused('bo', { type: 'here', remote: false, for: 'gus' })).toBe('unknown_person')
})

test('S1 nothing else does: naming someone back-up or secretary leaves them where they are', () => {
  const play = opened({ missing: ['eva'] }).does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  expect(seat(play, 'eva')?.attendance).toBe('expected')
})

test('S2 leaving and stepping out are marked by oneself, facilitator or secretary', () => {
  const play = opened().does('eva', marked('eva', 'out')).does('bo', marked('finn', 'left'))
  expect([seat(play, 'eva')?.attendance, seat(play, 'finn')?.attendance]).toEqual(['out', 'left'])
  expect(play.refused('cleo', marked('dan', 'left'))).toBe('not_for_others')
  expect(seat(play, 'eva')?.here).not.toBeNull()
  expect(seat(play, 'finn')?.here).toBeNull()
})

test('S3 someone with an objection alive is marked as gone by another only when asked twice', () => {
  const addressed = putAgain(objected(), 'With a lock.')
  for (const play of [objected(), addressed]) {
    expect(play.refused('bo', marked('dan', 'left'))).toBe('objection_stands')
    play.does('bo', marked('dan', 'out'))
    play.does('bo', marked('dan', 'left', true))
    expect(seat(play, 'dan')?.attendance).toBe('left')
  }
  const own = objected().does('dan', marked('dan', 'left'))
  expect(seat(own, 'dan')?.attendance).toBe('left')
})

test('S4 several without a device are marked in one act, and are here with it', () => {
  const play = opened({ missing: ['eva', 'finn'] })
  expect(play.refused('eva', { type: 'seat.no_device', people: ['eva'] })).toBe('not_facilitator_or_secretary')
  play.does('ana', { type: 'seat.no_device', people: ['dan', 'eva', 'finn'] })
  for (const person of ['dan', 'eva', 'finn']) {
    expect(seat(play, person)).toMatchObject({ noDevice: true, attendance: 'present' })
  }
  expect(play.refused('ana', { type: 'seat.no_device', people: ['gus'] })).toBe('unknown_person')
})

test('S5 saying "I’m here" on a device of one’s own ends that', () => {
  const play = opened().does('ana', { type: 'seat.no_device', people: ['dan'] })
  play.does('bo', { type: 'here', remote: true, for: 'dan' })
  expect(seat(play, 'dan')?.noDevice).toBe(true)
  play.does('dan', { type: 'here', remote: true, for: null })
  expect(seat(play, 'dan')?.noDevice).toBe(false)
})

test('S6 facilitator or secretary add people, and people add themselves as guests', () => {
  const play = opened()
  expect(play.refused('eva', { type: 'person.add', person: 'gus', as: 'guest' })).toBe('not_facilitator_or_secretary')
  play.does('bo', { type: 'person.add', person: 'gus', as: 'member' }).does('hal', { type: 'join.self', as: 'guest' })
  expect([seat(play, 'gus')?.as, seat(play, 'hal')?.as]).toEqual(['member', 'guest'])
  expect(seat(play, 'gus')?.attendance).toBe('expected')
  expect(play.refused('ida', { type: 'join.self', as: 'member' })).toBe('not_facilitator_or_secretary')
})

test('S6 as members where the circle allows it', () => {
  const play = opened({ settings: { selfAdd: true } }).does('ida', { type: 'join.self', as: 'member' })
  expect(seat(play, 'ida')?.as).toBe('member')
  expect(play.circle?.members).toContain('ida')
})

test('S7 the facilitator makes everyone who is here the circle', () => {
  const play = new Play(['ana'], 'ana').calls('ana').does('gus', { type: 'join.self', as: 'guest' })
  expect(play.refused('gus', { type: 'people.circle' })).toBe('not_facilitator')
  play.does('ana', { type: 'people.circle' })
  expect(play.circle?.members).toEqual(['ana', 'gus'])
})

test('S7 whoever becomes a member keeps their seat in the circle too', () => {
  const play = new Play(['ana', 'bo'], 'ana').calls('ana').does('gus', { type: 'join.self', as: 'guest' })
  play.does('ana', { type: 'seat.move', person: 'gus', by: -1 }).does('ana', { type: 'people.circle' })
  expect(play.circle?.members).toEqual(['ana', 'gus', 'bo'])
})

test('S8 nobody is removed while something runs, nor the facilitator', () => {
  expect(talking().refused('ana', { type: 'seat.remove', person: 'eva' })).toBe('round_running')
  const play = opened()
  expect(play.refused('bo', { type: 'seat.remove', person: 'eva' })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'seat.remove', person: 'ana' })).toBe('chair_held')
  play.does('ana', { type: 'seat.remove', person: 'bo' })
  expect(play.now.secretary).toBeNull()
  expect(play.circle?.members).not.toContain('bo')
})

test('S8 whose answer is asked for no more once they have been removed under a paused item', () => {
  const play = asked().says('bo', null).does('ana', { type: 'item.pause' })
  play.does('ana', { type: 'seat.remove', person: 'finn' }).does('ana', { type: 'item.open', item: 'i1' })
  for (const person of ['cleo', 'dan', 'eva', 'ana']) play.says(person, null)
  play.does('ana', { type: 'consent.announce' })
  expect(play.register.decisions[0]).toMatchObject({ effect: 'adopted' })
  expect(play.register.decisions[0]?.consent.map((c) => c.person)).not.toContain('finn')
})

test('S9 seats move by one place round the circle', () => {
  const play = opened().does('bo', { type: 'seat.move', person: 'ana', by: -1 })
  expect(play.now.seats.map((s) => s.person)).toEqual(['bo', 'cleo', 'dan', 'eva', 'finn', 'ana'])
  expect(play.refused('eva', { type: 'seat.move', person: 'ana', by: 1 })).toBe('not_facilitator_or_secretary')
  expect(play.circle?.members).toEqual(['bo', 'cleo', 'dan', 'eva', 'finn', 'ana'])
})

test('S10 secretary and back-up are members, named by the facilitator', () => {
  const play = opened().does('hal', { type: 'join.self', as: 'guest' })
  expect(play.refused('eva', { type: 'role.set', role: 'backup', person: 'eva' })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'role.set', role: 'secretary', person: 'hal' })).toBe('unknown_person')
  play.does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  expect([play.now.backup, play.circle?.backup]).toEqual(['eva', 'eva'])
})

test('S11 a lost connection changes no seat, no turn and no answer', () => {
  const play = asked().says('bo', null)
  const before = JSON.stringify(play.state)
  play.unreachable = Object.fromEntries(six.map((p) => [p, play.clock - 60_000]))
  expect(JSON.stringify(play.state)).toBe(before)
  play.unreachable = { bo: 1, cleo: 1 }
  play.says('cleo', null)
  expect(play.consent.answers?.given).toHaveProperty('bo')
  expect(seat(play, 'bo')?.attendance).toBe('present')
})
