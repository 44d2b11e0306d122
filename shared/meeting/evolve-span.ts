import { processOf } from '../processes/index.ts'
import type { Meta } from '../types.ts'
import { newItem } from './evolve-items.ts'
import { newSeat } from './evolve-people.ts'
import { firstSeats } from './span.ts'
import type { Aside, Item, Now, OwnEvent } from './types.ts'

type Called = Extract<OwnEvent, { type: 'meeting.called' }>

function called(event: Called, meta: Meta): Now {
  const { basis, facilitator } = event
  const items = event.items.map((i) =>
    newItem({ item: i.id, title: i.title, kind: 'decide', lead: facilitator, draft: i.draft }),
  )
  return {
    id: event.meeting,
    circle: event.circle,
    name: basis.name,
    aim: basis.aim,
    stage: 'gathering',
    calledAt: meta.at,
    openedAt: null,
    endedAt: null,
    seats: firstSeats(basis.members, facilitator, meta.at),
    facilitator,
    chairEmpty: null,
    offered: null,
    secretary: basis.secretary === facilitator ? null : basis.secretary,
    backup: basis.backup === facilitator ? null : basis.backup,
    leader: basis.leader,
    settings: basis.settings,
    lastRound: basis.lastRound,
    items,
    shown: null,
    aside: null,
    asides: [],
    blocks: {},
    pen: null,
    facilitators: [facilitator],
    atEnd: null,
  }
}

function opened(now: Now, event: Extract<OwnEvent, { type: 'meeting.opened' }>, meta: Meta): Now {
  const { basis } = event
  const come = basis.members.filter((p) => !now.seats.some((s) => s.person === p))
  return {
    ...now,
    stage: 'open',
    openedAt: meta.at,
    name: basis.name,
    aim: basis.aim,
    settings: basis.settings,
    lastRound: basis.lastRound,
    seats: [...now.seats, ...come.map((p) => newSeat(p, 'member'))],
  }
}

/** Answers that nobody opened are gone with the meeting; should it go on, they are asked for anew. */
function unsealed(item: Item): Item {
  // Also where a viewer does not see that anything was sealed.
  const runs = item.runs.map((run) => ({
    ...run,
    state: processOf(run.kind).lost(run.state),
    sealed: {},
    sealedSeqs: {},
  }))
  return { ...item, runs }
}

/** What was under way is put off with the next step given; what never opened goes back as it is. */
function atEnd(item: Item, next: Extract<OwnEvent, { type: 'meeting.ended' }>['next']): Item {
  if (item.stage !== 'open' && item.stage !== 'paused') return item
  return {
    ...item,
    stage: 'closed',
    running: false,
    facilitator: null,
    outcome: { kind: 'deferred', next, decided: [] },
  }
}

function ended(now: Now, next: Extract<OwnEvent, { type: 'meeting.ended' }>['next'], meta: Meta): Now {
  const items = now.items.map(unsealed)
  return {
    ...now,
    stage: 'ended',
    endedAt: meta.at,
    items: items.map((i) => atEnd(i, next)),
    aside: null,
    pen: null,
    offered: null,
    atEnd: { items, next },
  }
}

function aside(now: Now, change: (aside: Aside) => Aside): Now {
  return now.aside ? { ...now, aside: change(now.aside) } : now
}

/** Folds the meeting's own span, its quick consents and its written blocks. */
export function evolveSpan(before: Now | null, event: OwnEvent, meta: Meta): Now {
  if (event.type === 'meeting.called') return called(event, meta)
  const now = before as Now
  switch (event.type) {
    case 'meeting.opened':
      return opened(now, event, meta)
    case 'meeting.ended':
      return ended(now, event.next, meta)
    case 'meeting.reopened':
      return { ...now, stage: 'open', endedAt: null, items: now.atEnd?.items ?? now.items, atEnd: null }
    case 'aside.put': {
      const { text, form, does } = event
      return { ...now, aside: { seq: meta.seq, text, form, does, by: meta.by, objections: [], fine: {}, full: [] } }
    }
    case 'aside.objected': {
      const { person, recordedBy } = event
      return aside(now, (a) => ({ ...a, objections: [...a.objections, { person, recordedBy }] }))
    }
    case 'aside.fine': {
      const { person, recordedBy } = event
      return aside(now, (a) => ({ ...a, fine: { ...a.fine, [person]: { recordedBy } } }))
    }
    case 'aside.full':
      return aside(now, (a) => ({ ...a, full: [...a.full, event.person] }))
    case 'aside.ended':
      return { ...now, aside: null, asides: [...now.asides, { text: now.aside?.text ?? '', end: event.end }] }
    case 'pen.taken':
      return { ...now, pen: { block: event.block, person: event.person } }
    case 'pen.left':
      return { ...now, pen: null }
    case 'block.written': {
      const block = { text: event.text, by: meta.by, seq: meta.seq }
      return { ...now, blocks: { ...now.blocks, [event.block]: block } }
    }
    default:
      return now
  }
}
