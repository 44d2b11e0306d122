import type { AnyProcess, Kind } from './index.ts'
import type { ItemKind } from './process.ts'

/**
 * Processes whose rules are here. A server and the tests have all there are; a phone learns a kind when a meeting
 * needs it. Nothing is ever taken back or changed, so what was folded and decided once stays right.
 */
const known = new Map<string, AnyProcess>()

export function learn(process: { readonly kind: Kind }): void {
  // Whoever runs a process gives it back only what it made itself; the compiler cannot know that.
  known.set(process.kind, process as unknown as AnyProcess)
}

export function isKnown(kind: string): boolean {
  return known.has(kind)
}

/** The process of a kind, for code that does not care which; throws where its rules have not come. */
export function processOf(kind: Kind): AnyProcess {
  const process = known.get(kind)
  if (!process) throw new Error(`the rules of ${kind} have not come`)
  return process
}

/** Those that an item of this kind may hold. */
export function processesOn(item: ItemKind): readonly AnyProcess[] {
  return [...known.values()].filter(({ on }) => on.includes(item))
}
