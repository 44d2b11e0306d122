import { test } from 'vitest'
import { ashTrees, landCircle, provisional } from '../support/narratives/absent-member.ts'
import { anyoneTakes, financeCircle, handOver, laptopDies, roof } from '../support/narratives/hand-over.ts'
import { bench, hybridCircle, signals } from '../support/narratives/hybrid.ts'
import { countsAsAbsent, lateJoiner, lateObjection, meals, mealsCircle } from '../support/narratives/late-joiner.ts'
import { lifeCircle, quiet, shortened } from '../support/narratives/quiet-courtyard.ts'
import { generalCircle, guestRoom, newObjection, twoObjections } from '../support/narratives/two-objections.ts'
import { onSockets } from './table-on-sockets.ts'

test('scenario 1 through real sockets: Late joiner in the middle of a consent round', () =>
  onSockets(mealsCircle, meals, lateJoiner))

test('scenario 1b through real sockets: He counts as absent at his own request', () =>
  onSockets(mealsCircle, meals, countsAsAbsent))

test('scenario 1c through real sockets: The late joiner objects', () => onSockets(mealsCircle, meals, lateObjection))

test('scenario 3 through real sockets: Two objections at once', () =>
  onSockets(generalCircle, guestRoom, twoObjections))

test('scenario 3c through real sockets: Someone who had consented objects to version 2', () =>
  onSockets(generalCircle, guestRoom, newObjection))

test('scenario 5 through real sockets: Facilitator hand-over in the middle of a round', () =>
  onSockets(financeCircle, roof, handOver))

test('scenario 5b through real sockets: The facilitator’s laptop dies', () =>
  onSockets(financeCircle, roof, laptopDies))

test('scenario 5b through real sockets: In the end the first member to claim it takes the chair', () =>
  onSockets(financeCircle, roof, anyoneTakes))

test('scenario 7 through real sockets: Absent member with the right to object within 72 hours', () =>
  onSockets(landCircle, ashTrees, provisional))

test('scenario 10 through real sockets: Term shortening and a measure', () => onSockets(lifeCircle, quiet, shortened))

test('scenario 12 through real sockets: No device, not ready, hybrid order, answers shown together', () =>
  onSockets(hybridCircle, bench, signals))
