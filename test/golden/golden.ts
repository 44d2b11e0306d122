import { writerFor } from '../../server/exports/writer.ts'
import { folded } from '../../server/host/folds.ts'
import type { Now } from '../../shared/meeting/types.ts'
import { toMarkdown } from '../../shared/record/markdown.ts'
import { minutes } from '../../shared/record/minutes.ts'
import { streams } from '../../shared/streams.ts'
import type { Entry } from '../../shared/types.ts'

interface Stream {
  readonly stream: string
  /** Version 1 told it by the id alone. */
  readonly kind?: string
  readonly community: string
  readonly entries: readonly (Entry<unknown> & { readonly v?: number })[]
}

/** Streams as a version wrote them, and the minutes that it made of them. */
export interface Golden {
  readonly streams: readonly Stream[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Markdown, by meeting. */
  readonly minutes: Readonly<Record<string, string>>
}

export function kindOf({ kind, stream }: Stream): 'circle' | 'meeting' {
  return (kind ?? (stream.startsWith('m_') ? 'meeting' : 'circle')) === 'meeting' ? 'meeting' : 'circle'
}

/** Each entry in today's language, with the state after it. */
export function retold(stream: Stream) {
  const entries = stream.entries.map((entry) => ({ ...entry, v: entry.v ?? 1 }))
  return [...folded(streams[kindOf(stream)], entries)]
}

/** The minutes of every meeting in it, as everyone in the room sees them. */
export function minutesOf({ streams: all, people }: Pick<Golden, 'streams' | 'people'>): Record<string, string> {
  const writer = writerFor(
    people.map((person) => ({ ...person, community: '', hint: null })),
    'UTC',
  )
  const meetings = all.filter((one) => kindOf(one) === 'meeting')
  return Object.fromEntries(
    meetings.map((one) => {
      const state = retold(one).at(-1)?.state
      const seen = streams.meeting.seeState(state, { person: null }) as unknown as Now
      return [one.stream, toMarkdown(minutes(seen, writer))]
    }),
  )
}
