/** How much a stream takes: entries, and letters of JSON of all that they say. */
export interface Bounds {
  readonly entries: number
  readonly text: number
}

/** A meeting a week for years; whoever comes near it types by a program. */
export const usualBounds: Bounds = { entries: 50_000, text: 20_000_000 }

/** How much of it an entry takes up. */
export function sizeOf(events: readonly unknown[]): number {
  return JSON.stringify(events).length
}

/** Does a stream of this size take nothing more from people? */
export function isFull(stream: { readonly seq: number; readonly text: number }, bounds: Bounds): boolean {
  return stream.seq >= bounds.entries || stream.text >= bounds.text
}
