import { writerFor } from '../../server/exports/writer.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState, Now } from '../../shared/meeting/types.ts'
import { toMarkdown } from '../../shared/record/markdown.ts'
import { minutes } from '../../shared/record/minutes.ts'
import type { Entry } from '../../shared/types.ts'

/** Streams as a version wrote them, and the minutes that it made of them. */
export interface Golden {
  readonly streams: readonly {
    readonly stream: string
    readonly community: string
    readonly entries: readonly Entry<unknown>[]
  }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Markdown, by meeting. */
  readonly minutes: Readonly<Record<string, string>>
}

/** The minutes of every meeting in it, as everyone in the room sees them. */
export function minutesOf({ streams, people }: Pick<Golden, 'streams' | 'people'>): Record<string, string> {
  const writer = writerFor(
    people.map((person) => ({ ...person, community: '', hint: null })),
    'UTC',
  )
  const meetings = streams.filter(({ stream }) => stream.startsWith('m_'))
  return Object.fromEntries(
    meetings.map(({ stream, entries }) => {
      const state = entries.reduce<MeetingState>((s, entry) => meetingStream.evolve(s, entry as never), null)
      const seen = meetingStream.seeState(state, { person: null }) as unknown as Now
      return [stream, toMarkdown(minutes(seen, writer))]
    }),
  )
}
