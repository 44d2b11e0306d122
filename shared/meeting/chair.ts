import { eligible } from '../parts/turns-order.ts'
import { undoable } from '../parts/undoable.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Millis, PersonId, Verdict } from '../types.ts'
import { facilitatorOf, openItem, seatOf, steers, undoableBy } from './around.ts'
import type { MeetingEvent } from './events.ts'
import type { MeetingCommand, Now } from './types.ts'

export type ChairCommand = Extract<MeetingCommand, { type: `chair.${string}` }>

/** After this long without the facilitator the chair is offered, and to more people with each further such span. */
export const CHAIR_AFTER: Millis = 20_000

/** Who may take the chair, when nobody has been in it since `since`; nobody before the first span has passed. */
export function mayTake(now: Now, since: Millis, at: Millis): readonly PersonId[] {
  const spans = Math.floor((at - since) / CHAIR_AFTER)
  if (spans < 1) return []
  const gone = facilitatorOf(now)
  const members = eligible(now.seats).filter((p) => p !== gone)
  const here = (p: PersonId | null): p is PersonId => p !== null && seatOf(now, p)?.attendance === 'present'
  const first = [...new Set([now.backup, now.secretary, now.leader].filter(here))].filter((p) => members.includes(p))
  return spans > first.length ? members : first.slice(0, spans)
}

function takes(now: Now, ctx: Context): Verdict<MeetingEvent> {
  const gone = facilitatorOf(now)
  if (gone === ctx.actor) return yes()
  if (seatOf(now, ctx.actor)?.as !== 'member') return no('not_member')
  const since = gone === null ? now.chairEmpty : ctx.unreachable[gone]
  if (since === undefined || since === null) return no('chair_held')
  if (!mayTake(now, since, ctx.now).includes(ctx.actor)) return no('chair_not_yet')
  return yes<MeetingEvent>({ type: 'chair.moved', to: ctx.actor, scope: 'meeting', how: 'taken' })
}

/** The facilitator's chair: offered and accepted, or taken by a person when it is empty; never moved by the machine. */
export function decideChair(now: Now, command: ChairCommand, ctx: Context): Verdict<MeetingEvent> {
  if (now.stage === 'ended') return no('not_open')
  switch (command.type) {
    case 'chair.offer': {
      if (!steers(now, ctx)) return no('not_facilitator')
      if (seatOf(now, command.to)?.as !== 'member') return no('unknown_person')
      if (command.to === ctx.actor || now.offered === command.to) return yes()
      return yes<MeetingEvent>(
        { type: 'chair.offered', to: command.to },
        undoable('chair_offered', { who: { person: command.to } }),
      )
    }
    case 'chair.accept':
      if (now.offered !== ctx.actor) return now.offered ? no('not_yours') : no('no_offer')
      return yes<MeetingEvent>({ type: 'chair.moved', to: ctx.actor, scope: 'meeting', how: 'accepted' })
    case 'chair.decline':
      if (now.offered === null) return yes()
      if (now.offered !== ctx.actor && !steers(now, ctx)) return no('not_yours')
      return yes<MeetingEvent>({ type: 'chair.declined' }, ...undoableBy(now, ctx, 'chair_withdrawn', now.offered))
    case 'chair.take':
      return takes(now, ctx)
  }
}

/** A hand-over for the open item, as the circle has just agreed. */
export function gives(now: Now, to: PersonId): Verdict<MeetingEvent> {
  if (seatOf(now, to)?.as !== 'member') return no('unknown_person')
  return yes<MeetingEvent>({ type: 'chair.moved', to, scope: openItem(now) ? 'item' : 'meeting', how: 'agreed' })
}
