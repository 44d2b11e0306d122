import { expect, test } from 'vitest'
import { rules } from '../../server/rules.ts'
import { circle } from './bench.ts'

test('N-P19 a stream that is no meeting needs no other, whatever its command is called', () => {
  const call = { type: 'meeting.call', circle, items: [] }
  expect(rules.streams.needs('meeting', call, null)?.stream).toBe(circle)
  for (const kind of ['circle', 'garden', '']) {
    expect(rules.streams.needs(kind, call, null), kind).toBeNull()
    expect(rules.streams.needs(kind, { type: 'meeting.open' }, { circle }), kind).toBeNull()
  }
  expect(rules.rolesOf('garden', { members: [], seats: [] })).toBeNull()
  expect(rules.rolesOf('circle', { facilitator: null, secretary: null, members: ['p_a'] })?.people).toEqual(['p_a'])
})
