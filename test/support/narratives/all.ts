import type { Gathering, Table } from '../table.ts'
import { ashTrees, landCircle, provisional } from './absent-member.ts'
import { anyoneTakes, financeCircle, handOver, laptopDies, roof } from './hand-over.ts'
import { bench, hybridCircle, signals } from './hybrid.ts'
import { countsAsAbsent, lateJoiner, lateObjection, meals, mealsCircle } from './late-joiner.ts'
import { lifeCircle, quiet, shortened } from './quiet-courtyard.ts'
import { generalCircle, guestRoom, newObjection, twoObjections } from './two-objections.ts'

/** A scenario of `domain.md` 14 that can be played anywhere. */
export interface Narrative {
  /** For a file. */
  readonly name: string
  readonly title: string
  readonly gathering: Gathering
  readonly decide: string
  readonly narrative: (table: Table) => Promise<void>
}

export const narratives: readonly Narrative[] = [
  {
    name: '1-late-joiner',
    title: 'scenario 1: Late joiner in the middle of a consent round',
    gathering: mealsCircle,
    decide: meals,
    narrative: lateJoiner,
  },
  {
    name: '1b-counts-as-absent',
    title: 'scenario 1b: He counts as absent at his own request',
    gathering: mealsCircle,
    decide: meals,
    narrative: countsAsAbsent,
  },
  {
    name: '1c-late-objection',
    title: 'scenario 1c: The late joiner objects',
    gathering: mealsCircle,
    decide: meals,
    narrative: lateObjection,
  },
  {
    name: '3-two-objections',
    title: 'scenario 3: Two objections at once',
    gathering: generalCircle,
    decide: guestRoom,
    narrative: twoObjections,
  },
  {
    name: '3c-new-objection',
    title: 'scenario 3c: Someone who had consented objects to version 2',
    gathering: generalCircle,
    decide: guestRoom,
    narrative: newObjection,
  },
  {
    name: '5-hand-over',
    title: 'scenario 5: Facilitator hand-over in the middle of a round',
    gathering: financeCircle,
    decide: roof,
    narrative: handOver,
  },
  {
    name: '5b-laptop-dies',
    title: 'scenario 5b: The facilitator’s laptop dies',
    gathering: financeCircle,
    decide: roof,
    narrative: laptopDies,
  },
  {
    name: '5b-anyone-takes',
    title: 'scenario 5b: In the end the first member to claim it takes the chair',
    gathering: financeCircle,
    decide: roof,
    narrative: anyoneTakes,
  },
  {
    name: '7-absent-member',
    title: 'scenario 7: Absent member with the right to object within 72 hours',
    gathering: landCircle,
    decide: ashTrees,
    narrative: provisional,
  },
  {
    name: '10-term-and-measure',
    title: 'scenario 10: Term shortening and a measure',
    gathering: lifeCircle,
    decide: quiet,
    narrative: shortened,
  },
  {
    name: '12-hybrid',
    title: 'scenario 12: No device, not ready, hybrid order, answers shown together',
    gathering: hybridCircle,
    decide: bench,
    narrative: signals,
  },
]
