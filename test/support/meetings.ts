import type { CircleEvent } from '../../shared/circle/types.ts'
import type { MeetingCommand } from '../../shared/meeting/types.ts'
import type { Decided } from '../../shared/processes/process.ts'
import { Play } from './play.ts'
import { answered, asked, objected, six } from './started.ts'

/** An absent member's word on the first decision. */
export function word(person: string, answer: 'no objection' | 'objection', words = '') {
  return { type: 'decision.word', decision: 'd1', person, answer, words } as const
}

/** Decided with Finn absent. */
export function provisional(): Play {
  return answered(asked('spoken', { missing: ['finn'] })).does('ana', { type: 'consent.announce' })
}

type Wanted = Extract<MeetingCommand, { type: 'meeting.call' }>['items'][number]

/** The next meeting of the same circle, once this one has ended. */
export function calledNext(play: Play, ...items: readonly Wanted[]): Play {
  play.state = null
  play.log.length = 0
  return play.does('bo', { type: 'meeting.call', meeting: 'm_two', circle: 'c_harrow', items: [...items] })
}

/** This one ends, and the next is called. */
export function nextMeeting(play: Play, ...items: readonly Wanted[]): Play {
  return calledNext(play.does('ana', { type: 'meeting.end', next: null }), ...items)
}

/** The ladder with an objection to it put off, as it waits in the circle. */
export function putOff(): Play {
  return objected().does('ana', { type: 'consent.defer', when: 'next', who: 'eva', words: 'prices' })
}

/** The last entries of the circle's log. */
export function lastOf({ around: { log } }: Play, count: number): readonly (readonly CircleEvent[])[] {
  return log.slice(-count).map(({ events }) => events)
}

/** The ladder as it was decided, by everyone unless told otherwise. */
export function decided(play = objected({}).does('ana', { type: 'consent.announce' })): Decided {
  const [one] = play.register.decisions
  if (!one) throw new Error('nothing was decided')
  const { id: _, meeting: __, announcedAt: ___, facilitators: ____, words: _____, ...decision } = one
  return decision
}

/** A circle after so many meetings, each with this decision. */
export function manyMeetings(count: number, decision = decided()): Play {
  const play = new Play(six, 'ana')
  const adds = [{ type: 'decision', decision }] as const
  for (let n = 1; n <= count; n++) {
    const meeting = `m_${n}`
    play.toCircle(meeting, { type: 'fact.called', taken: [] })
    play.toCircle(meeting, { type: 'fact.opened', facilitator: 'ana' })
    play.toCircle(meeting, { type: 'fact.added', item: 'i1', adds, facilitators: ['ana'], at: play.clock })
    play.toCircle(meeting, { type: 'fact.ended', facilitator: 'ana' })
  }
  return play
}
