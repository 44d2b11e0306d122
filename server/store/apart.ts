import type { Seq } from '../../shared/types.ts'

/** A value that must be possible to destroy: `n` counts the places of one entry, from 0. */
export interface Apart {
  readonly n: number
  readonly value: unknown
}

/** Takes every `apart` out of events and leaves null in its place. The events given are not changed. */
export function takeApart(events: readonly unknown[]): { events: readonly unknown[]; aparts: readonly Apart[] } {
  const aparts: Apart[] = []
  const rest = walk(events, (value) => {
    aparts.push({ n: aparts.length, value })
    return null
  })
  return { events: rest as readonly unknown[], aparts }
}

/** Puts back what is left of the `apart`s; those destroyed stay null. */
export function putTogether(events: readonly unknown[], aparts: readonly Apart[]): readonly unknown[] {
  const byPlace = new Map(aparts.map(({ n, value }) => [n, value]))
  let n = 0
  return walk(events, () => byPlace.get(n++) ?? null) as readonly unknown[]
}

/** The entries of the same stream whose `apart`s these events destroy. */
export function destroyedBy(events: readonly unknown[]): readonly Seq[] {
  const seqs: Seq[] = []
  visit(events, (object) => {
    if (Object.hasOwn(object, 'destroys') && Array.isArray(object.destroys)) {
      seqs.push(...object.destroys.filter((seq) => Number.isSafeInteger(seq)))
    }
  })
  return seqs
}

/** Copies plain JSON, with every own `apart` replaced; what stands inside an `apart` is not looked into. */
function walk(value: unknown, replace: (apart: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'apart' ? replace(inner) : walk(inner, replace)]),
  )
}

function visit(value: unknown, look: (object: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) look(value as Record<string, unknown>)
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'apart') visit(inner, look)
  }
}
