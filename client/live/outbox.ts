import type { AnyCommand } from '../../shared/protocol.ts'
import type { CommandId, Millis, Seq } from '../../shared/types.ts'
import type { Kept } from './browser-storage.ts'
import type { View } from './state.ts'

/** A command that the server has not answered, as it survives a reload. */
export interface OnItsWay extends View {
  readonly id: CommandId
  readonly command: AnyCommand
  readonly at: Millis
  readonly guess: Seq
}

export interface Outbox {
  keep(item: OnItsWay): void
  drop(id: CommandId): void
  /** What this person still has to send to this stream, oldest first. */
  of(view: View): readonly OnItsWay[]
}

const prefix = 'outbox.'

/** One place in storage for each command, so that two tabs never overwrite each other. */
export function createOutbox(kept: Kept): Outbox {
  return {
    keep: (item) => kept.write(prefix + item.id, JSON.stringify(item)),
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
