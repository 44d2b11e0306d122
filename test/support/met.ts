import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { CircleEvent, CircleState } from '../../shared/circle/types.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { Entry } from '../../shared/types.ts'
import { type Golden, kindOf, retold } from '../golden/golden.ts'
import { beginnings, meetings, tell } from '../laws/told.ts'
import type { Moment } from '../laws/world.ts'
import { Circle } from './circle.ts'
import { processEvents } from './processes/index.ts'

/** A stream as it was at some moment: what is sent of it. */
export interface Met {
  readonly kind: 'circle' | 'meeting'
  readonly entry: Entry<CircleEvent | MeetingEvent>
  readonly state: unknown
}

const own: Readonly<Record<MeetingEvent['type'], true>> = {
  'meeting.called': true,
  'meeting.opened': true,
  'meeting.ended': true,
  'meeting.reopened': true,
  'seat.here': true,
  'seat.marked': true,
  'seat.device': true,
  'seat.remote': true,
  'seat.moved': true,
  'seat.removed': true,
  'seat.added': true,
  'seat.member': true,
  'role.set': true,
  'chair.offered': true,
  'chair.declined': true,
  'chair.moved': true,
  'item.added': true,
  'item.renamed': true,
  'item.drafted': true,
  'item.moved': true,
  'item.opened': true,
  'item.paused': true,
  'item.closed': true,
  'item.dropped': true,
  'process.begun': true,
  'process.ended': true,
  'aside.put': true,
  'aside.objected': true,
  'aside.fine': true,
  'aside.full': true,
  'aside.ended': true,
  'pen.taken': true,
  'pen.left': true,
  'block.written': true,
  undoable: true,
  undone: true,
  in: true,
  sealed: true,
  'sealed.destroyed': true,
}

const ofCircles: Readonly<Record<CircleEvent['type'], true>> = {
  'circle.created': true,
  'circle.named': true,
  'circle.habits': true,
  'circle.seat': true,
  'backlog.added': true,
  'backlog.removed': true,
  'decision.word': true,
  'windows.closed': true,
  'meeting.marked': true,
  'round.began': true,
  'member.joined': true,
  'member.left': true,
  'seats.ordered': true,
  'role.held': true,
  decided: true,
}

/** Every event there is: each has to be met. */
export const everyEvent: readonly string[] = [...Object.keys(own), ...Object.keys(ofCircles), ...processEvents]

const golden = path.join(import.meta.dirname, '../golden')

/** What every version's golden logs tell, in today's language. */
export function fromGolden(): readonly Met[] {
  const folders = readdirSync(golden).filter((name) => /^v\d+$/.test(name))
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(golden, folder)).map((file) => path.join(folder, file)),
  )
  const logs = files.filter((file) => file.endsWith('.json') && !file.endsWith('held.json'))
  return logs.flatMap((file) => {
    const { streams }: Golden = JSON.parse(readFileSync(path.join(golden, file), 'utf8'))
    return streams.flatMap((stream) => retold(stream).map((met) => ({ kind: kindOf(stream), ...met }) as Met))
  })
}

/** Meetings led by chance, always the same. */
function fromChance(): readonly Met[] {
  return beginnings.flatMap((beginning) => {
    const far = meetings(140, beginning).filter(({ steps }) => steps.length > 100)
    const plans = fc.sample(far, { seed: 20_261_128, numRuns: 23 })
    return plans.flatMap((plan) => toldBy((watch) => void tell(plan, watch)))
  })
}

/** What chance seldom does. */
function fromGathering(): readonly Met[] {
  return toldBy((watch) => {
    const world = tell({ members: 3, settings: {}, beginning: 'gathering', steps: [] }, watch)
    world.acts('ana', { type: 'item.drop', item: 'i2' })
  })
}

function toldBy(telling: (watch: (moment: Moment) => void) => void): readonly Met[] {
  const met: Met[] = []
  telling(({ entry, after }) => void (entry && met.push({ kind: 'meeting', entry, state: after })))
  return met
}

/** What people of a circle do between meetings, and what comes of time. */
function fromCircle(): readonly Met[] {
  const circle = new Circle()
  const at = Date.UTC(2026, 3, 14)
  const met: Met[] = []
  const does = (command: Parameters<Circle['takes']>[1], by = 'ana', days = 0) => {
    const now = at + days * 86_400_000
    const refusal = circle.takes(`c${met.length}`, command, { actor: by, now, seed: 1, unreachable: {} })
    if (refusal) throw new Error(`${command.type}: ${refusal.reason}`)
    met.push({ kind: 'circle', entry: circle.log.at(-1)!, state: circle.state as CircleState })
  }
  const fields = { text: 'x', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' } as const
  const consent = [{ person: 'bo', answer: 'absent', how: 'absent', recordedBy: null, late: false }] as const
  const decision = {
    ...({
      title: 'Bins',
      kind: 'policy',
      effect: 'provisional',
      version: 1,
      fields,
      absentHours: 72,
      consent,
    } as const),
    ...{ versions: [{ n: 1, fields, meets: [] }], objections: [], facilitator: 'ana', guests: [] },
  }
  const create = { circle: 'c_x', community: 'o_x', name: 'X', aim: '', members: ['ana', 'bo'], selfAdd: false }
  does({ type: 'circle.create', ...create })
  does({ type: 'circle.name', name: 'Y', aim: 'z' })
  const habits = {
    consentMode: 'spoken',
    roundStart: 'rotate',
    alternateDirection: true,
    facilitatorMid: true,
  } as const
  does({ type: 'circle.habits', habits })
  does({ type: 'circle.seat', person: 'ana', by: 1 })
  does({ type: 'backlog.add', title: 'Bins' })
  does({ type: 'backlog.remove', id: 'b1' })
  does({ type: 'fact.called', taken: [] }, 'm_x')
  const adds = [{ type: 'decision', decision } as const, { type: 'role', role: 'leader', person: 'bo' } as const]
  does({ type: 'fact.added', item: 'i1', adds, facilitators: ['ana'], at }, 'm_x')
  does({ type: 'fact.ended', facilitator: 'ana' }, 'm_x')
  const next = { when: { id: 'when.next_meeting', with: {} }, who: 'bo', words: 'more', to: 'helping circle' } as const
  does({ type: 'fact.left', title: 'Roof', kind: 'talk', next, draft: fields, carry: { any: 'thing' } }, 'm_x')
  does({ type: 'decision.word', decision: 'd1', person: 'bo', answer: 'no objection', words: '' }, 'bo', 1)
  does({ type: 'fact.called', taken: ['b2'] }, 'm_y', 9)
  return met
}

/** Everything that golden logs, chance and a circle's days let one meet. */
export function everythingMet(): readonly Met[] {
  return [...fromGolden(), ...fromChance(), ...fromGathering(), ...fromCircle()]
}

/** The names of what happened in it. */
export function namesIn({ entry }: Met): readonly string[] {
  return entry.events.flatMap((event) => {
    if (event.type === 'in') return ['in', event.event.type]
    return event.type === 'process.begun' ? [event.type, event.first.type] : [event.type]
  })
}
