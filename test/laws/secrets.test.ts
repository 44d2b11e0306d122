import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { Viewer } from '../../shared/stream.ts'
import type { PersonId } from '../../shared/types.ts'
import { isSame, Tally } from './same.ts'
import { meetings, type Plan, tell, usual } from './told.ts'
import type { Moment } from './world.ts'

const { decide, evolve, seeEntry, seeState, posts } = meetingStream
const everyone = ['ana', 'bo', 'cleo', 'dov', 'eli', 'fay', 'gus', null] as const

function isSealed({ entry }: Moment): boolean {
  return entry?.events.some((e) => e.type === 'sealed') ?? false
}

/** The opposite answer, in words of quite another length. */
function turned(command: MeetingCommand): MeetingCommand {
  if (command.type !== 'consent.answer') return command
  const { answer } = command
  const other = answer.is === 'none' ? { is: 'objection' as const, words: 'No. '.repeat(40) } : { is: 'none' as const }
  return { ...command, answer: other }
}

/** Tells the same meeting once more, in which some have answered otherwise, until that is opened. */
function retold(moments: readonly Moment[], others: readonly PersonId[], tally: Tally): void {
  const viewers: readonly Viewer[] = everyone
    .filter((p) => p === null || !others.includes(p))
    .map((person) => ({ person }))
  let state: MeetingState = null
  let differs = false
  for (const moment of moments) {
    const { ctx, command, entry, after } = moment
    const event = entry?.events.find((e) => e.type === 'sealed')
    const changes = event?.type === 'sealed' && others.includes(event.of)
    const verdict = decide(state, changes ? turned(command) : command, ctx)
    expect(verdict.ok, `${command.type} is as possible as before`).toBe(moment.verdict.ok)
    if (!verdict.ok || !moment.verdict.ok) {
      isSame(verdict, moment.verdict, `${command.type} is refused for the same reason`)
      continue
    }
    if (!entry) continue
    differs ||= changes
    if (changes) tally.add('turned')
    if (entry.events.some((e) => e.type === 'answers.opened') && differs) {
      tally.add('opened')
      return
    }
    const again = { ...entry, events: verdict.events }
    state = evolve(state, again)
    for (const viewer of viewers) {
      isSame(seeEntry(again, viewer), seeEntry(entry, viewer), 'the entry looks the same')
      if (differs) isSame(seeState(state, viewer), seeState(after, viewer), 'the state looks the same')
    }
    isSame(posts(state, again), posts(after, entry), 'the circle is told the same')
    if (differs) tally.add('compared')
  }
  if (differs) tally.add('never opened')
}

const twins: fc.Arbitrary<readonly [Plan, readonly PersonId[]]> = fc.tuple(
  meetings(120).map((plan) => ({ ...plan, beginning: 'sealed' as const })),
  fc.subarray(['ana', 'bo', 'cleo', 'dov', 'eli'], { minLength: 1 }),
)

test('two meetings that differ only in what others sealed look alike until it is opened', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(twins, ([plan, others]) => {
      const { moments } = tell(plan)
      if (moments.some(isSealed)) retold(moments, others, tally)
    }),
    usual(200),
  )
  console.info('what others sealed:', JSON.stringify(tally.counts))
  tally.atLeast({ turned: 150, compared: 500, opened: 30, 'never opened': 10 })
})

test('that someone changed their sealed answer is a number to everybody else', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(twins, ([plan]) => {
      tell(plan, ({ entry }) => {
        if (!entry?.events.every((e) => e.type === 'sealed')) return
        for (const person of everyone) {
          if (person === entry.by) continue
          const { seq, at } = entry
          expect(seeEntry(entry, { person })).toEqual({ seq, at, id: '', by: '', events: [] })
          tally.add('looks')
        }
      })
    }),
    usual(150),
  )
  tally.atLeast({ looks: 40 })
})
