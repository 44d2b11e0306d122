import { test } from 'vitest'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import { addTap, emptyReplica, type Replica, receive, takeState } from '../../shared/replica.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere } from './everywhere.ts'
import { frozen, isSame, type Tally } from './same.ts'
import { tell } from './told.ts'
import type { Moment, World } from './world.ts'

type Copy = Replica<MeetingState, MeetingCommand, MeetingEvent>

const { seeEntry, seeState, predictable } = meetingStream

/** What the screen of whoever sends it shows before the server has said anything. */
function guessed({ before, command, ctx }: Moment, seq: number): Copy {
  const viewer = { person: ctx.actor }
  const empty = emptyReplica<MeetingState, MeetingCommand, MeetingEvent>(meetingStream, ctx.actor)
  const copy = takeState(empty, { seq: seq - 1, state: frozen(seeState(before, viewer)) })
  return frozen(addTap(frozen(copy), { id: 'tap', command, at: ctx.now, guess: seq }))
}

function agrees(moment: Moment, world: World, tally: Tally): void {
  const { before, command, ctx, entry, after, verdict } = moment
  if (!before) return
  const seq = entry ? entry.seq : world.log.length + 1
  const viewer = { person: ctx.actor }
  const copy = guessed(moment, seq)
  if (!predictable(before, command, ctx.actor)) {
    isSame(copy.visible, copy.confirmed, 'what cannot be guessed waits')
    return
  }
  tally.add(command.type)
  const shows = JSON.stringify(copy.visible) !== JSON.stringify(copy.confirmed)
  // Whom the server cannot reach no screen knows: then it may show nothing yet, and nothing wrong.
  if (!shows && Object.keys(ctx.unreachable).length > 0) {
    tally.add('not guessed')
    return
  }
  isSame(copy.visible, seeState(after, viewer), `${command.type} shows what the server says`)
  tally.add(verdict.ok ? 'guessed' : 'refused alike')
  if (!entry) return
  const home = receive(copy, [{ ...seeEntry(entry, viewer), id: 'tap' }]).replica
  isSame(home.visible, copy.visible, 'nothing moves when the yes comes')
}

test('what a screen shows at once is what the server then says', () => {
  const tried = everywhere({ runs: 17, steps: 120 }, (plan, tally) => {
    tell(plan, (moment, world) => agrees(moment, world, tally))
  })
  console.info('guesses:', JSON.stringify(tried.all.counts))
  tried.all.atLeast({ guessed: 1_500, 'refused alike': 300, here: 300 })
  for (const kind of kinds) tried.of(kind).atLeast(plausibleOf({ kind }).least.guessed, kind)
})
