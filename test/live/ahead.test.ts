import { expect, test } from 'vitest'
import type { Fold } from '../../server/host/folds.ts'
import type { Host } from '../../server/host.ts'
import { aheadOfMeeting, aheadOfScreen } from '../../server/reading/ahead.ts'
import { Play } from '../support/play.ts'
import { asked, opened, six } from '../support/started.ts'

function meetingOf({ state }: Play): Fold {
  return { stream: 'm_one', about: { kind: 'meeting' }, state } as unknown as Fold
}

function read(...as: readonly string[]) {
  return as.map((person) => ({ stream: 'm_one', as: person }))
}

test('the facilitator’s page goes on to the desk, another’s to the table, with what runs there', () => {
  const fold = meetingOf(asked('spoken'))
  expect(aheadOfMeeting(fold, ['ana'])).toEqual({
    modules: ['stations/desk/DeskStation.tsx', 'live/words/desk.ts', 'processes/consent/desk.tsx'],
    states: read('ana'),
  })
  expect(aheadOfMeeting(fold, ['bo', 'cleo'])).toEqual({
    modules: ['stations/phone/PhoneStation.tsx', 'processes/consent/phone.tsx'],
    states: read('bo', 'cleo'),
  })
})

test('whoever has not arrived goes on to no more than the state; before anything runs there is no process', () => {
  const gathering = new Play(six, 'ana')
  expect(aheadOfMeeting(meetingOf(gathering), ['bo'])).toEqual({ modules: [], states: read('bo') })
  const open = opened()
  expect(aheadOfMeeting(meetingOf(open), ['bo']).modules[0]).toBe('stations/phone/PhoneStation.tsx')
})

test('a circle’s screen goes on to the meeting it shows, and to what runs there', async () => {
  const play = asked('spoken')
  const host = { look: async (stream: string) => (stream === 'm_one' ? meetingOf(play) : null) } as unknown as Host
  const circle = { stream: 'c_harrow', about: { kind: 'circle' }, state: play.circle } as unknown as Fold
  expect(await aheadOfScreen(host, circle)).toEqual({
    modules: ['processes/consent/room.tsx'],
    states: [
      { stream: 'c_harrow', as: null },
      { stream: 'm_one', as: null },
    ],
  })
  const before = { ...circle, state: { ...play.circle, running: null, ended: [] } } as Fold
  expect(await aheadOfScreen(host, before)).toEqual({ modules: [], states: [{ stream: 'c_harrow', as: null }] })
})
