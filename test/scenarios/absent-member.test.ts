import { expect, test } from 'vitest'
import type { Decision } from '../../shared/circle/types.ts'
import { deliveredAt, status } from '../../shared/record/status.ts'
import { ashTrees, landCircle, provisional } from '../support/narratives/absent-member.ts'
import type { Play } from '../support/play.ts'
import { inMemory } from '../support/table-in-memory.ts'

const hour = 3_600_000

test('scenario 7: Absent member with the right to object within 72 hours', async () => {
  await provisional(await inMemory(landCircle, [ashTrees]))
})

/** Announced, ended, and the record delivered with it. */
async function delivered() {
  const table = await inMemory(landCircle, [ashTrees])
  await provisional(table)
  const play = (table.place as unknown as { play: Play }).play
  const before = play.register
  await table.f({ type: 'meeting.end', next: null })
  const decision = () => play.register.decisions[0] as Decision
  const at = (time: number) =>
    status(decision(), { at: time, day: '2026-10-16' }, deliveredAt(play.register, decision()))
  return { play, before, decision, at }
}

test('scenario 7: The clock does not start before delivery', async () => {
  const { before, decision, play, at } = await delivered()
  expect(deliveredAt(before, decision())).toBeNull()
  const then = deliveredAt(play.register, decision()) as number
  expect(at(then + 72 * hour - 1)).toMatchObject({ is: 'provisional', until: then + 72 * hour, who: ['jonas'] })
})

test('scenario 7, branch A: Nothing said in the window, and it stands', async () => {
  const { play, decision, at } = await delivered()
  const then = deliveredAt(play.register, decision()) as number
  expect(at(then + 72 * hour)).toEqual({ is: 'in-force' })
  expect(decision().words).toEqual([])
})

test('scenario 7, branch B: His objection by telephone within the window reopens it', async () => {
  const { play, decision, at } = await delivered()
  const word = { type: 'decision.word', decision: 'd1', person: 'jonas', answer: 'objection', words: 'bats' } as const
  expect(play.toCircle('ines', word)?.reason).toBe('not_facilitator_or_secretary')
  expect(play.toCircle('hamid', word)).toBeNull()
  expect(decision().words).toMatchObject([{ person: 'jonas', answer: 'objection', words: 'bats', recordedBy: 'hamid' }])
  expect(at(play.clock)).toEqual({ is: 'reopened', who: ['jonas'] })
})

test('scenario 7, branch C: His objection after the window suspends nothing', async () => {
  const { play, decision, at } = await delivered()
  play.clock += 96 * hour
  const word = { type: 'decision.word', decision: 'd1', person: 'jonas', answer: 'objection', words: 'bats' } as const
  expect(play.toCircle('greta', word)).toBeNull()
  expect(decision().words).toHaveLength(1)
  expect(at(play.clock)).toEqual({ is: 'in-force' })
})

test('scenario 7, branch D: His consent within the window ends it at once', async () => {
  const { play, at } = await delivered()
  const word = { type: 'decision.word', decision: 'd1', person: 'jonas', answer: 'no objection', words: '' } as const
  expect(play.toCircle('greta', word)).toBeNull()
  expect(at(play.clock)).toEqual({ is: 'in-force' })
})

test('scenario 7: Whoever was present has no word in the window', async () => {
  const { play } = await delivered()
  const word = { type: 'decision.word', decision: 'd1', person: 'ines', answer: 'objection', words: '' } as const
  expect(play.toCircle('ines', word)?.reason).toBe('no_consent_right')
})
