import { test } from 'vitest'
import { generalCircle, guestRoom, newObjection, twoObjections } from '../support/narratives/two-objections.ts'
import { inMemory } from '../support/table-in-memory.ts'

test('scenario 3: Two objections at once', async () => {
  await twoObjections(await inMemory(generalCircle, [guestRoom]))
})

test('scenario 3c: Someone who had consented to version 1 objects to version 2', async () => {
  await newObjection(await inMemory(generalCircle, [guestRoom]))
})
