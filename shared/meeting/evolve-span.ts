import type { Next } from '../processes/process.ts'
import type { Meta } from '../types.ts'
import type { OwnEvent } from './events.ts'
import { newItem } from './evolve-items.ts'
import { newSeat } from './evolve-people.ts'
import { firstSeats } from './span.ts'
import type { Aside, Item, Now } from './types.ts'

type Called = Extract<OwnEvent, { type: 'meeting.called' }>

/** The first entry of every meeting. */
export function called(event: Called, meta: Meta): Now {
  const { basis, facilitator } = event
  const items = event.items.map(({ id: item, ...given }) => newItem({ ...given, item, lead: facilitator }))
  return {
    id: event.meeting,
    circle: event.circle,
    name: basis.name,
    aim: basis.aim,
    stage: 'gathering',
    calledAt: meta.at,
    openedAt: null,
    endedAt: null,
    seats: firstSeats(basis.members, facilitator, meta.seq),
    facilitator,
    chairEmpty: null,
    offered: null,
    secretary: basis.secretary === facilitator ? null : basis.secretary,
    backup: basis.backup === facilitator ? null : basis.backup,
    leader: basis.leader,
    settings: basis.settings,
    lastRound: basis.lastRound,
    items,
    numbered: items.length,
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

/** What was under way is put off with the next step given; what never opened goes back as it is. */
function putOff(item: Item, next: Next | null): Item {
  return {
    ...item,
    stage: 'closed',
    running: false,
    facilitator: null,
    outcome: { kind: 'deferred', next, adds: [] },
  }
}

function ended(now: Now, next: Next | null, meta: Meta): Now {
  const under = now.items.filter(({ stage }) => stage === 'open' || stage === 'paused')
  return {
    ...now,
    stage: 'ended',
    endedAt: meta.at,
    items: now.items.map((item) => (under.includes(item) ? putOff(item, next) : item)),
    aside: null,
    pen: null,
    offered: null,
    atEnd: Object.fromEntries(
      under.map(({ id, stage, running, facilitator }) => [id, { stage, running, facilitator }]),
    ),
  }
}

/** Every item is where it was when the meeting ended. */
function reopened(now: Now): Now {
  const items = now.items.map((item) => {
    const was = now.atEnd?.[item.id]
    return was ? { ...item, ...was, outcome: null } : item
  })
  return { ...now, stage: 'open', endedAt: null, items, atEnd: null }
}

function aside(now: Now, change: (aside: Aside) => Aside): Now {
  return now.aside ? { ...now, aside: change(now.aside) } : now
}

/** Folds the meeting's own span, its quick consents and its written blocks; null for what is no event of theirs. */
export function evolveSpan(now: Now, event: OwnEvent, meta: Meta): Now | null {
  switch (event.type) {
    case 'meeting.opened':
      return opened(now, event, meta)
    case 'meeting.ended':
      return ended(now, event.next, meta)
    case 'meeting.reopened':
      return reopened(now)
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
      return null
  }
}
