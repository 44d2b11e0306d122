import { test } from 'vitest'
import { lifeCircle, quiet, shortened } from '../support/narratives/quiet-courtyard.ts'
import { inMemory } from '../support/table-in-memory.ts'

test('scenario 10: Term shortening and a measure meet an objection', async () => {
  await shortened(await inMemory(lifeCircle, [quiet]))
})
