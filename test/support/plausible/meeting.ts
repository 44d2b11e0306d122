import { running } from '../../../shared/meeting/around.ts'
import type { Item } from '../../../shared/meeting/types.ts'
import { processesOn, processOf } from '../../../shared/processes/known.ts'
import type { Said } from '../filled.ts'
import { plausibleOf } from '../processes/index.ts'
import type { Choice, Scene } from './scene.ts'
import { anyone, oneOf, present, somebody, words } from './scene.ts'

const attendances = ['present', 'out', 'left', 'absent', 'expected'] as const

/** People who may still come: a guest, a newcomer, someone who belongs to nobody. */
export const strangers = ['gus', 'nia', 'otto'] as const

function ofPeople(scene: Scene): readonly Choice[] {
  const { lead, scribe, dice } = scene
  const who = anyone(scene)
  const attendance = oneOf(attendances, dice) ?? 'out'
  const stranger = oneOf(strangers, dice) ?? 'gus'
  const as = dice(3) === 0 ? 'member' : 'guest'
  const role = dice(2) === 0 ? 'secretary' : 'backup'
  const remote = dice(3) === 0
  return [
    { actor: who, said: { type: 'here', remote, for: null } },
    { actor: anyone(scene), said: { type: 'here', remote, for: null } },
    { actor: anyone(scene), said: { type: 'here', remote, for: null } },
    { actor: scribe, said: { type: 'here', remote, for: who } },
    { actor: who, said: { type: 'seat.mark', person: who, attendance, confirmed: false } },
    { actor: scribe, said: { type: 'seat.mark', person: who, attendance, confirmed: dice(2) === 0 } },
    { actor: scribe, said: { type: 'seat.no_device', people: [...new Set([who, somebody(scene)])] } },
    { actor: dice(2) === 0 ? who : scribe, said: { type: 'seat.remote', person: who, remote } },
    { actor: scribe, said: { type: 'seat.move', person: who, by: dice(2) === 0 ? 1 : -1 } },
    { actor: scribe, said: { type: 'person.add', person: dice(2) === 0 ? stranger : who, as } },
    { actor: stranger, said: { type: 'join.self', as } },
    ...(dice(4) === 0 ? [{ actor: lead, said: { type: 'seat.remove', person: who } } as const] : []),
    ...(dice(4) === 0 ? [{ actor: lead, said: { type: 'people.circle' } } as const] : []),
    { actor: lead, said: { type: 'role.set', role, person: dice(4) === 0 ? null : who } },
  ]
}

function ofChair(scene: Scene): readonly Choice[] {
  const { now, lead } = scene
  const to = somebody(scene)
  return [
    { actor: lead, said: { type: 'chair.offer', to } },
    { actor: now.offered ?? to, said: { type: 'chair.accept' } },
    { actor: now.offered ?? to, said: { type: 'chair.accept' } },
    { actor: now.offered ?? to, said: { type: 'chair.decline' } },
    { actor: present(scene), said: { type: 'chair.take' } },
    { actor: now.backup ?? present(scene), said: { type: 'chair.take' } },
  ]
}

function ofAgenda(scene: Scene): readonly Choice[] {
  const { now, lead, scribe, dice } = scene
  const item = oneOf(now.items, dice)
  const title = oneOf(['Bins', 'Kitchen', ''] as const, dice) ?? 'Bins'
  const kind = dice(2) === 0 ? 'decide' : 'talk'
  const next = {
    when: oneOf(['', 'in May'], dice) ?? '',
    who: dice(2) === 0 ? anyone(scene) : null,
    words: words(scene),
  }
  const adds: Choice = { actor: scribe, said: { type: 'item.add', title, kind } }
  if (!item) return [adds]
  const on = { item: item.id }
  const fields = { ...item.draft, text: `We paint it ${dice(9)}.`, by: dice(3) === 0 ? anyone(scene) : null }
  return [
    adds,
    { actor: item.lead, said: { type: 'item.rename', ...on, title } },
    { actor: item.lead, said: { type: 'item.draft', ...on, fields, over: item.written } },
    { actor: scribe, said: { type: 'item.move', ...on, by: dice(2) === 0 ? 1 : -1 } },
    { actor: lead, said: { type: 'item.open', ...on } },
    { actor: lead, said: { type: 'item.open', ...on } },
    { actor: lead, said: { type: 'item.pause' } },
    { actor: lead, said: { type: 'item.close', next } },
    { actor: lead, said: { type: 'item.drop', ...on } },
    ...begun(now.items.find(({ id }) => id === now.shown) ?? item, scene),
  ]
}

/** What may be begun by hand at this item: however many kinds there are, what the meeting is about does not grow rare. */
function begun(item: Item, scene: Scene): readonly Choice[] {
  const choices = processesOn(item.kind).flatMap((process) => {
    const setup = plausibleOf(process).setup(scene)
    if (setup === null) return []
    const said = { type: 'process.begin', item: item.id, kind: process.kind, setup } as unknown as Said
    return [{ kind: process.kind, choice: { actor: scene.lead, said } }]
  })
  const own = choices.filter(({ kind }) => kind === scene.about)
  const meant = own.length > 0 && scene.dice(5) > 0 ? own : choices
  return meant.map(({ choice }) => choice)
}

/** What a quick consent carries out when it is agreed. */
function doesOf(scene: Scene) {
  const { now, dice } = scene
  const item = oneOf(now.items, dice)?.id ?? 'i1'
  const run = running(now)
  const agreeable = run ? [...processOf(run.kind).agreeable] : []
  return oneOf(
    [
      null,
      { type: 'chair.give', to: somebody(scene) } as const,
      { type: 'item.drop', item } as const,
      { type: 'item.add', title: 'Bins', kind: 'talk' } as const,
      ...agreeable.map((type) => ({ type, process: run?.id ?? 'i1.1', ask: 0 }) as never),
    ],
    dice,
  )
}

function ofAsides(scene: Scene): readonly Choice[] {
  const { now, lead, scribe, dice } = scene
  const { aside } = now
  const text = oneOf(['Ten more minutes?', 'A break?', null, ''], dice) ?? null
  const form = dice(2) === 0 ? 'aloud' : 'signal'
  if (!aside) return [{ actor: lead, said: { type: 'aside.put', text, form, does: doesOf(scene) ?? null } }]
  const on = { aside: aside.seq }
  const silent = now.seats.filter((s) => s.attendance === 'present' && !(s.person in aside.fine))
  const who = oneOf(silent, dice)?.person ?? present(scene)
  const seldom: readonly Choice[] = [
    { actor: present(scene), said: { type: 'aside.object', ...on, for: null } },
    { actor: scribe, said: { type: 'aside.object', ...on, for: anyone(scene) } },
    { actor: present(scene), said: { type: 'aside.full', ...on } },
    { actor: lead, said: { type: 'aside.take_up', ...on, text: dice(2) === 0 ? words(scene) : null } },
    { actor: lead, said: { type: 'aside.drop', ...on } },
  ]
  return [
    ...(dice(2) === 0 ? seldom : []),
    { actor: who, said: { type: 'aside.answer', ...on, for: null } },
    { actor: scribe, said: { type: 'aside.answer', ...on, for: who } },
    { actor: lead, said: { type: 'aside.agree', ...on } },
    { actor: lead, said: { type: 'aside.agree', ...on } },
  ]
}

function ofBlocks(scene: Scene): readonly Choice[] {
  const { now, lead, dice } = scene
  const actor = dice(2) === 0 ? lead : (now.secretary ?? lead)
  const block = dice(2) === 0 ? 'meeting' : (now.shown ?? 'meeting')
  return [
    { actor, said: { type: 'pen.take', block } },
    { actor, said: { type: 'block.write', block, text: words(scene), over: now.blocks[block]?.seq ?? 0 } },
    { actor, said: { type: 'pen.leave' } },
  ]
}

function ofSpan({ now, lead, scribe, dice }: Scene): readonly Choice[] {
  const next = { when: 'next month', who: null, words: '' }
  const item = oneOf([null, ...now.items.map((i) => i.id)], dice) ?? null
  if (now.stage === 'gathering') return [{ actor: lead, said: { type: 'meeting.open', item } }]
  if (now.stage === 'ended') return [{ actor: scribe, said: { type: 'meeting.reopen' } }]
  return dice(6) === 0 ? [{ actor: lead, said: { type: 'meeting.end', next } }] : []
}

/** What brings a meeting on when nothing runs: an item opens, one more is added, it ends. */
export function meetingOn(scene: Scene): readonly Choice[] {
  const { now, lead, dice } = scene
  const open = now.items.find((i) => i.stage === 'open')
  if (now.stage !== 'open') return ofSpan(scene)
  if (open) {
    return begun(open, scene)
  }
  const waiting = oneOf(
    now.items.filter((i) => i.stage !== 'closed'),
    dice,
  )
  if (waiting) return [{ actor: lead, said: { type: 'item.open', item: waiting.id } }]
  const kind = dice(3) === 0 ? 'talk' : 'decide'
  return [{ actor: lead, said: { type: 'item.add', title: `Matter ${dice(9)}`, kind } }]
}

/** What waits for somebody: an offered or empty chair, a quick consent. */
export function pending(scene: Scene): readonly Choice[] {
  const { now, lead, unreachable } = scene
  const chair = now.offered !== null || lead === 'nobody' || unreachable.includes(lead)
  return [...(chair ? ofChair(scene) : []), ...(now.aside ? ofAsides(scene) : [])]
}

/** Everything that may happen around what runs. */
export function ofMeeting(scene: Scene): readonly Choice[] {
  const of = [ofPeople, ofPeople, ofPeople, ofChair, ofAgenda, ofAsides, ofBlocks, ofSpan]
  return oneOf(of, scene.dice)?.(scene) ?? []
}
