import type { Entry, Meta, Millis } from '../types.ts'
import { markedAs } from './evolve.ts'
import type { BacklogEntry, CircleEvent, Decision, MeetingMark } from './types.ts'

/** What waits or waited for a meeting. */
export interface Waited extends Omit<BacklogEntry, 'carried'> {
  /** When it was taken or removed. */
  readonly closed: Millis | null
}

/** All that a circle ever decided, held and had waiting, oldest first: for pages and papers, never sent to everyone. */
export interface Register {
  readonly decisions: readonly Decision[]
  /** Also one that is on. */
  readonly meetings: readonly MeetingMark[]
  readonly backlog: readonly Waited[]
}

export const noRegister: Register = { decisions: [], meetings: [], backlog: [] }

function withMark(register: Register, event: Extract<CircleEvent, { type: 'meeting.marked' }>, meta: Meta): Register {
  const known = register.meetings.find(({ id }) => id === event.meeting) ?? null
  const mark = markedAs(event, known, meta)
  const meetings = known ? register.meetings.map((one) => (one === known ? mark : one)) : [...register.meetings, mark]
  return { ...register, meetings }
}

function change(register: Register, event: CircleEvent, meta: Meta): Register {
  switch (event.type) {
    case 'decided':
      return { ...register, decisions: [...register.decisions, ...event.decisions] }
    case 'decision.word': {
      const word = { ...event.word, at: meta.at }
      const decisions = register.decisions.map((d) =>
        d.id === event.decision ? { ...d, words: [...d.words, word] } : d,
      )
      return { ...register, decisions }
    }
    case 'meeting.marked':
      return withMark(register, event, meta)
    case 'backlog.added':
      return { ...register, backlog: [...register.backlog, { ...event.entry, closed: null }] }
    case 'backlog.removed': {
      const isGone = (id: string) => event.ids.includes(id)
      const backlog = register.backlog.map((b) => (b.closed === null && isGone(b.id) ? { ...b, closed: meta.at } : b))
      return { ...register, backlog }
    }
    default:
      return register
  }
}

/** Folds one entry of a circle into its register. */
export function registered(register: Register, entry: Entry<CircleEvent>): Register {
  return entry.events.reduce((now, event) => change(now, event, entry), register)
}
