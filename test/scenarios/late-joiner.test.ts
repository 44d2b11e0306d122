import { test } from 'vitest'
import { countsAsAbsent, lateJoiner, lateObjection, meals, mealsCircle } from '../support/narratives/late-joiner.ts'
import { inMemory } from '../support/table-in-memory.ts'

test('scenario 1: Late joiner in the middle of a consent round', async () => {
  await lateJoiner(await inMemory(mealsCircle, [meals]))
})

test('scenario 1b: He counts as absent at his own request, and the decision is provisional', async () => {
  await countsAsAbsent(await inMemory(mealsCircle, [meals]))
})

test('scenario 1c: The late joiner objects, and nothing is adopted', async () => {
  await lateObjection(await inMemory(mealsCircle, [meals]))
})
