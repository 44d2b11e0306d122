import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { ProcessEvent } from '../../shared/processes/index.ts'

/** What happened, out of its envelope: the meeting's own events and those of its processes side by side. */
export type Inner = Exclude<MeetingEvent, { type: 'in' }> | ProcessEvent

/** All that an entry tells, in its order; what a process began with follows its beginning. */
export function innerOf(entry: { readonly events: readonly MeetingEvent[] } | undefined): readonly Inner[] {
  return (entry?.events ?? []).flatMap((event): readonly Inner[] => {
    if (event.type === 'in') return [event.event]
    return event.type === 'process.begun' ? [event, event.first] : [event]
  })
}
