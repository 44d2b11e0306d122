import type { TurnsEvent } from '../../shared/parts/turns.ts'
import type { Inner } from './events.ts'
import {
  announces,
  answers,
  asks,
  completes,
  type Decision,
  eligible,
  has,
  isBy,
  members,
  type Of,
  open,
  opens,
  ownWord,
  type Position,
  type Scene,
} from './oracle-answers.ts'
import { broken, holds, keep } from './oracle-turns.ts'

function objects(one: Decision, event: Of<'objection.now'>, scene: Scene): void {
  for (const id of event.ids) {
    const objection = one.objections[id]
    if (!objection) throw broken('4.1: an objection that was raised')
    const was = objection.status
    holds(!['integrated', 'withdrawn', 'carried', 'lapsed'].includes(was), '4.2: what is ended stays ended')
    const position = one.asked?.given[objection.by]
    if (event.status === 'withdrawn') {
      const own =
        isBy(scene, objection.by) && (!('for' in scene.command) || (scene.command.for ?? scene.by) === scene.by)
      const said =
        isBy(scene, scene.facilitator, scene.secretary) && 'for' in scene.command && scene.command.for === objection.by
      holds(own || said, 'no. 5: only its owner withdraws an objection')
      holds(was !== 'raised' && was !== 'reopened', '4.2: it was heard before')
    }
    if (event.status === 'confirmed') {
      holds(was === 'addressed' && position?.is === 'none', 'I-15: confirmed by its owner’s answer on the new wording')
      const any = Object.values(one.asked?.given ?? {}).some((p) => p?.is === 'objection')
      holds(!any, '4.2: confirmed only if the round brought no objection at all')
    }
    if (event.status === 'addressed' && open.includes(was)) {
      const answered = has(scene, 'version.frozen') || has(scene, 'answer.taken_back')
      holds(answered, '4: resolved only by a new wording')
    }
    if (event.status === 'integrated')
      holds(was === 'confirmed' && has(scene, 'consent.announced'), '4.2: integrated by the announcement')
    if (event.status === 'carried' || event.status === 'lapsed')
      holds(has(scene, 'consent.ended'), 'no. 5: carried or lapsed with the proposal')
    objection.status = event.status
  }
}

function ends(one: Decision, event: Of<'consent.ended'>, scene: Scene): void {
  const { how, next } = event
  if (how === 'withdrawn')
    holds(isBy(scene, one.author) && one.texts.length === 0, '3.10: its author, until it is presented')
  else holds(isBy(scene, scene.facilitator), '3.10: the facilitator')
  if (how === 'dropped')
    holds(
      scene.events.some((e) => e.type === 'aside.ended' && e.end === 'agreed'),
      '3.5: dropping is a consent decision',
    )
  if (how === 'deferred' || how === 'referred')
    holds(next !== null && `${next.when}${next.words}` !== '', 'no. 13: a next step')
  one.over = true
}

/** Folds one event of a decision and holds it to the domain. */
export function toldDecision(one: Decision, event: Inner, scene: Scene): void {
  const { asked } = one
  holds(!one.over || event.type === 'sealed.destroyed', '3.4: what is decided or ended takes no more')
  switch (event.type) {
    case 'version.frozen':
      holds(event.n === one.texts.length + 1, '3.5: every wording has the next number')
      holds(isBy(scene, scene.facilitator), '3.5: the facilitator alone puts a wording')
      one.texts.push(event.fields)
      one.asked = null
      return
    case 'consent.asked':
      asks(one, event, scene)
      return
    case 'consent.answered':
      answers(one, event, scene)
      return
    case 'sealed':
      holds(event.only.join() === event.of, 'I-17: sealed for its owner alone')
      ownWord(scene, event.of, event.of === scene.by ? null : scene.by)
      if (asked) asked.sealed[event.of] = event.apart as Position
      return
    case 'sealed.destroyed':
      unread(asked, event)
      return
    case 'consent.not_ready':
      ownWord(scene, event.person, event.recordedBy)
      holds(!!asked && !asked.complete && asked.required.includes(event.person), '3.3: asked, and not ready')
      if (asked) asked.unready = [...asked.unready.filter((p) => p !== event.person), event.person]
      delete asked?.given[event.person]
      return
    case 'consent.set_aside':
      ownWish(event, scene)
      asked?.aside.push(event.person)
      if (asked) asked.unready = asked.unready.filter((p) => p !== event.person)
      return
    case 'answers.opened':
      if (!asked) throw broken('3.3: nothing is sealed')
      opens(asked, event, scene)
      return
    case 'answer.taken_back':
      holds(isBy(scene, scene.facilitator) && has(scene, 'turn.stepped_back'), '3.3: the facilitator may step back')
      delete asked?.given[event.person]
      return
    case 'required.grew':
      holds(members(scene).includes(event.person), 'no. 8: guests are never required')
      asked?.required.push(event.person)
      return
    case 'consent.complete':
      completes(one, scene)
      return
    case 'consent.resumed':
      holds(asked?.complete === true, '3.3: back from the result')
      if (asked) asked.complete = false
      if (one.sheet) one.sheet.running = true
      return
    case 'consent.stepped':
      holds(isBy(scene, scene.facilitator), '3.4: the facilitator moves between steps')
      if (asked && !asked.complete) one.asked = null
      one.sheet = null
      return
    case 'consent.anything':
    case 'consent.restated':
      one.sheet = null
      return
    case 'objection.raised':
      holds(asked?.given[event.by]?.is === 'objection', 'no. 3: an objection is somebody’s')
      holds(
        event.version === asked?.version && !(event.id in one.objections),
        '4.1: raised on the wording that was asked about',
      )
      one.objections[event.id] = { by: event.by, status: 'raised' }
      return
    case 'objection.reopened': {
      const objection = one.objections[event.id]
      holds(!!objection && asked?.given[objection.by]?.is === 'objection', '4.2: raised again by its owner')
      if (objection) objection.status = 'reopened'
      return
    }
    case 'objection.dropped': {
      const { by } = one.objections[event.id] ?? {}
      const back = scene.events.some((e) => e.type === 'answer.taken_back' && e.person === by)
      holds(back, 'no. 5: gone only with the answer that its owner gives anew')
      delete one.objections[event.id]
      return
    }
    case 'objection.now':
      objects(one, event, scene)
      return
    case 'consent.announced':
      announces(one, event, scene)
      return
    case 'consent.ended':
      ends(one, event, scene)
      return
    case 'round.started':
      holds(!one.sheet?.running, 'I-11: one round at a time')
      holds(
        [...event.order].sort().join() === [...eligible(scene)].sort().join(),
        'no. 7: everyone eligible is in the order',
      )
      one.sheet = keep(null, event, eligible(scene))
      return
    default:
      inRound(one, event, scene)
      return
  }
}

/** What nobody has opened is gone with it: its owner has not answered. */
function unread(asked: Decision['asked'], { of }: Of<'sealed.destroyed'>): void {
  for (const person of of) {
    holds(!!asked && person in asked.sealed, 'I-17: destroyed is what was sealed')
    if (asked?.given[person] === null) delete asked.given[person]
    delete asked?.sealed[person]
  }
}

/** Only by the person themselves, or in their words. */
function ownWish(
  { person, recordedBy }: Of<'consent.set_aside'>,
  { by, facilitator, secretary, command }: Scene,
): void {
  const recorded = by === recordedBy && [facilitator, secretary].includes(by)
  holds(by === person || recorded, 'scenario 1b: at their own request')
  holds(command.type === 'consent.absent', 'scenario 1b: and by nothing else')
}

function inRound(one: Decision, event: Inner, scene: Scene): void {
  const head = event.type.split('.')[0]
  if (head !== 'turn' && head !== 'round') return
  const { sheet, asked } = one
  if (!sheet) throw broken('2.3: a round that runs')
  one.sheet = keep(sheet, event as TurnsEvent, eligible(scene))
  if (sheet.kind !== 'consent' || !asked) return
  if (event.type === 'turn.ended' && event.how === 'done')
    holds(event.person in asked.given, 'no. 3: a turn ends with an answer')
  if (event.type === 'round.restarted')
    Object.assign(asked, { given: {}, unready: [], aside: [], complete: false, shown: false })
}
