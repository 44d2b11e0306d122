import { type AnyCommand, PROTOCOL, type Send } from '../../../shared/protocol.ts'
import type { CommandId, Millis, Seq } from '../../../shared/types.ts'
import type { Kept } from '../page/browser-storage.ts'
import type { View } from '../state.ts'

/** A command that the server has not answered, as it survives a reload. */
export interface OnItsWay extends Pick<View, 'stream' | 'as'> {
  readonly id: CommandId
  readonly command: AnyCommand
  readonly at: Millis
  readonly guess: Seq
  /** What it was made for: the server of another does not understand it. */
  readonly protocol?: number
}

export interface Outbox {
  keep(item: Omit<OnItsWay, 'protocol'>): void
  drop(id: CommandId): void
  /** What this person still has to send to this stream, oldest first. */
  of(view: Pick<View, 'stream' | 'as'>): readonly OnItsWay[]
}

const prefix = 'outbox.'
/** In bytes; the server takes 32 KiB, and the line adds a little to what is sent. */
const largest = 32 * 1024 - 512

/** Would the line break on it? */
export function isTooLarge(send: Send): boolean {
  return new TextEncoder().encode(JSON.stringify(send)).length > largest
}

/** One place in storage for each command, so that two tabs never overwrite each other. */
export function createOutbox(kept: Kept): Outbox {
  return {
    keep: (item) => kept.write(prefix + item.id, JSON.stringify({ ...item, protocol: PROTOCOL })),
    drop: (id) => kept.remove(prefix + id),
    of({ stream, as }) {
      return kept
        .keys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => parsed(kept.read(key)))
        .filter((item) => item.stream === stream && item.as === as)
        .sort((a, b) => a.guess - b.guess || a.at - b.at)
    },
  }
}

function parsed(text: string | null): readonly OnItsWay[] {
  try {
    const item: unknown = JSON.parse(text ?? 'null')
    return isItem(item) ? [item] : []
  } catch {
    return []
  }
}

function isItem(value: unknown): value is OnItsWay {
  if (typeof value !== 'object' || value === null) return false
  return ['stream', 'id', 'command', 'at', 'guess'].every((key) => key in value)
}
