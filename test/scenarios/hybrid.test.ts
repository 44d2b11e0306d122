import { test } from 'vitest'
import { bench, hybridCircle, signals } from '../support/narratives/hybrid.ts'
import { inMemory } from '../support/table-in-memory.ts'

test('scenario 12: No device, not ready, hybrid order, answers shown together', async () => {
  await signals(await inMemory(hybridCircle, [bench]))
})
