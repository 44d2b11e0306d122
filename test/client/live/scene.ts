import { type AnyRules, opaqueRules, type Rulebook } from '../../../client/live/board.ts'
import { createLive } from '../../../client/live/live.ts'
import { keyOf, type Live, type View } from '../../../client/live/state.ts'
import { meetingStream } from '../../../shared/meeting/stream.ts'
import type { MeetingState } from '../../../shared/meeting/types.ts'
import type { AnyCommand } from '../../../shared/protocol.ts'
import { FakeServer, meeting } from './fake-server.ts'
import { fakeKept, fakeTime, fakeWire, fakeWorld } from './fake-world.ts'

export const viewOf = (as: string): View => ({ stream: meeting, kind: 'meeting', as })
export const ines = viewOf('p_ines')
export const noor = viewOf('p_noor')
export const here: AnyCommand = { type: 'here', remote: false, for: null }
const meetingRules = opaqueRules(meetingStream)

/** The rules of all processes are here. */
export function rulebook(rules: AnyRules | Promise<AnyRules> = meetingRules): Rulebook {
  return { rulesOf: () => rules, lacking: () => [], bring: async () => undefined }
}

export function scene() {
  const time = fakeTime()
  const server = new FakeServer()
  const kept = fakeKept()
  /** A page is loaded, in the browser whose storage this is. */
  function load(rules: Rulebook = rulebook()) {
    const wire = fakeWire(time, (asked) => void server.waiting.push(asked))
    server.lines.push(wire)
    const live = createLive(fakeWorld(time, kept, wire), rules)
    return { live, wire }
  }
  function follow(view = ines) {
    const page = load()
    page.live.follow(view)
    server.arrive()
    return page
  }
  return { time, server, kept, load, follow }
}

/** A page whose rules are still on their way. */
export function comingLater() {
  const { time, server, load } = scene()
  let bring: (rules: AnyRules) => void = () => undefined
  const coming = new Promise<AnyRules>((resolve) => {
    bring = resolve
  })
  const page = load(rulebook(coming))
  page.live.follow(ines)
  return {
    time,
    server,
    ...page,
    async bring() {
      bring(meetingRules)
      await coming
    },
  }
}

export function replicaOf(live: Live, view = ines) {
  const replica = live.getState().follows[keyOf(view)]?.replica
  if (!replica) throw new Error('not followed')
  return replica
}

export function attendance(live: Live, person: string, view = ines): string | undefined {
  return (replicaOf(live, view).visible as MeetingState)?.seats.find((seat) => seat.person === person)?.attendance
}

export const kinds = (wire: ReturnType<typeof fakeWire>) => wire.emitted.map(({ name }) => name)
