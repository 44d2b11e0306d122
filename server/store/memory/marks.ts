import type { Seq, StreamId } from '../../../shared/types.ts'
import type { Owing } from '../store.ts'

export interface Marks {
  /** The posts of the stream up to this entry's are owed, as far as they were not told already. */
  owe(stream: StreamId, seq: Seq): void
  tell(stream: StreamId, seq: Seq): void
  owing(): readonly Owing[]
}

/** What streams owe others and how far it was told, forgotten with the process. Neither ever goes back. */
export function createMarks(): Marks {
  const owed = new Map<StreamId, Seq>()
  const told = new Map<StreamId, Seq>()
  return {
    owe: (stream, seq) => raise(owed, stream, seq),
    tell: (stream, seq) => raise(told, stream, seq),
    owing: () =>
      [...owed]
        .map(([stream, seq]) => ({ stream, seq, told: told.get(stream) ?? 0 }))
        .filter((one) => one.told < one.seq)
        .map((one) => ({ stream: one.stream, told: one.told })),
  }
}

function raise(marks: Map<StreamId, Seq>, stream: StreamId, seq: Seq): void {
  marks.set(stream, Math.max(seq, marks.get(stream) ?? 0))
}
