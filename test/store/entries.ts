import type { Append, StoredEntry } from '../../server/store/store.ts'

export const community = 'v_one'

export function entry(seq: number, ...events: readonly unknown[]): StoredEntry {
  return { seq, id: `k${seq}`, by: 'p_ana', at: 1000 + seq, events, v: 7 }
}

/** Entries of a meeting that tell nobody anything. */
export function one(stream: string, ...entries: readonly StoredEntry[]): Append {
  return { stream, about: { kind: 'meeting', community }, entries, owes: null, told: [] }
}
