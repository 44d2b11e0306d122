import { test } from 'vitest'
import { anyoneTakes, financeCircle, handOver, laptopDies, secretaryTakes } from '../support/narratives/hand-over.ts'
import { inMemory } from '../support/table-in-memory.ts'

test('scenario 5: Facilitator hand-over in the middle of a round', async () => {
  await handOver(await inMemory(financeCircle, []))
})

test('scenario 5b: The facilitator’s laptop dies and the named back-up takes the chair', async () => {
  await laptopDies(await inMemory(financeCircle, []))
})

test('scenario 5b: Without a back-up the chair is offered to the secretary first', async () => {
  await secretaryTakes(await inMemory(financeCircle, []))
})

test('scenario 5b: In the end the first member to claim it takes the chair', async () => {
  await anyoneTakes(await inMemory(financeCircle, []))
})
