import fc from 'fast-check'
import type { Kind } from '../../shared/processes/index.ts'
import { keeping, kinds } from '../support/processes/index.ts'
import { share, Tally } from './same.ts'
import { beginningsOf, common, meetings, type Plan, sealingOf } from './told.ts'

interface Effort {
  /** How many meetings for each way to begin: another kind has its own, and takes none from the others. */
  readonly runs: number
  /** How many steps each goes on for at most. */
  readonly steps: number
  /** The ways to begin that are meant, of a kind or of none; all there are unless it is said. */
  readonly begun?: (kind: Kind | null) => readonly string[]
}

/** What was tried in the meetings of each kind alone, and in all of them together. */
export class Tallies {
  readonly all = new Tally()
  private readonly each = new Map<Kind | null, Tally>()

  of(kind: Kind | null): Tally {
    const tally = this.each.get(kind) ?? new Tally(this.all)
    this.each.set(kind, tally)
    return tally
  }
}

/** The same meetings in every run, whatever kinds there are; another seed or more runs are asked for by name. */
function usual(beginning: string, runs: number): fc.Parameters<unknown> {
  const name = Array.from(beginning).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 0)
  return { seed: Number(process.env.LAWS_SEED ?? 20_260_414) + name, numRuns: Math.ceil(runs * share) }
}

function every(kind: Kind | null): readonly string[] {
  return kind === null ? common : beginningsOf(kind)
}

/** For `begun`: only those in which something is sealed soon. */
export function sealing(kind: Kind | null): readonly string[] {
  return kind === null ? [] : sealingOf(kind)
}

/** For `begun`: all those of kinds that keep secrets. */
export function keepingSecrets(kind: Kind | null): readonly string[] {
  return kind !== null && keeping.includes(kind) ? beginningsOf(kind) : []
}

/** Holds in meetings of every kind, and in those that begin with none. */
export function everywhere(effort: Effort, holds: (plan: Plan, tally: Tally) => void): Tallies {
  return everywhereWith(fc.constant(null), effort, (plan, tally) => holds(plan, tally))
}

/** As `everywhere`, with something more that is drawn beside each meeting. */
export function everywhereWith<Beside>(
  beside: fc.Arbitrary<Beside>,
  { runs, steps, begun = every }: Effort,
  holds: (plan: Plan, tally: Tally, beside: Beside) => void,
): Tallies {
  const tallies = new Tallies()
  for (const kind of [null, ...kinds]) {
    const tally = tallies.of(kind)
    for (const beginning of begun(kind)) {
      const property = fc.property(meetings(steps, beginning), beside, (plan, more) => holds(plan, tally, more))
      fc.assert(property, usual(beginning, runs))
    }
  }
  return tallies
}
