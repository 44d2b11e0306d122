import { expect } from 'vitest'

/** The same, key by key and in the same order. Says where it is not. */
export function isSame(one: unknown, other: unknown, what: string): void {
  if (JSON.stringify(one) === JSON.stringify(other)) return
  expect(one, what).toEqual(other)
  expect(JSON.stringify(one), `${what}: in the same order`).toBe(JSON.stringify(other))
}

/** Freezes all that can be reached: whoever changes it fails. What is frozen already is left out. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}

/** How much of the laws is run: all of them, or a part in a quick check. */
export const share = Number(process.env.LAWS_RUNS ?? 1)

/** Counts what was tried, so that a law that tried nothing cannot pass. */
export class Tally {
  readonly counts: Record<string, number> = {}
  private readonly sum: Tally | null

  /** What is counted here counts in `sum` too. */
  constructor(sum: Tally | null = null) {
    this.sum = sum
  }

  add(...whats: readonly string[]): void {
    for (const what of whats) this.counts[what] = (this.counts[what] ?? 0) + 1
    this.sum?.add(...whats)
  }

  of(what: string): number {
    return this.counts[what] ?? 0
  }

  isAtLeast(what: string, many: number, least: number): void {
    expect(many, what).toBeGreaterThanOrEqual(this.scaled(least))
  }

  /** A shorter run of the laws has to try as much less. */
  private scaled(least: number): number {
    return share < 1 ? Math.floor((least * share) / 3) : least
  }

  /** Fails for whatever was tried less often than it should have been. */
  atLeast(wanted: Readonly<Record<string, number>>, where = 'tried'): void {
    const short = Object.entries(wanted).filter(([what, least]) => this.of(what) < this.scaled(least))
    expect(Object.fromEntries(short.map(([what, least]) => [what, `${this.of(what)} of ${least}`])), where).toEqual({})
  }
}
