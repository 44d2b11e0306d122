import { ids, isAlive, isOpen, type Objection, type Status } from '../../parts/objections.ts'
import { roundOf } from '../../parts/round.ts'
import { undoable } from '../../parts/undoable.ts'
import { records, steers } from '../../parts/who.ts'
import { latest } from '../../parts/wording.ts'
import { yes } from '../../refusals.ts'
import type { PersonId, Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import { no } from './refusals.ts'
import type { Command, Consent, Move, Said } from './types.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Objecting = Extract<Command, { type: `objection.${string}` }>

const unheard: readonly Status[] = ['raised', 'reopened', 'heard']

function version(state: Consent): number {
  return latest(state.wording)?.n ?? 0
}

function now(state: Consent, list: readonly string[], status: Status): readonly Said[] {
  return list.length > 0 ? [{ type: 'objection.now', ids: list, status, version: version(state) }] : []
}

/** Going on from the one that was heard: it counts as heard and understood. */
function passedOn(state: Consent, to: string | null): readonly Said[] {
  if (state.step.stage !== 'objections') return []
  const { focus } = state.step
  const left = ids(state.objections, (o) => o.id === focus && o.id !== to && unheard.includes(o.status))
  return now(state, left, 'understood')
}

/** From the result, or from wherever the facilitator went meanwhile: whatever is open can be heard. */
function hears(state: Consent, objection: Objection): Verdict<Said> {
  const { step } = state
  const round = roundOf(step)
  if (step.stage === 'consent' || !isAlive(objection)) return no('not_now')
  if (step.stage !== 'objections' && !isOpen(objection)) return no('not_now')
  if (step.stage !== 'objections' && step.stage !== 'acknowledge' && round?.stage === 'running')
    return no('round_running')
  if (step.stage === 'objections' && step.move === 'hear' && step.focus === objection.id) return yes()
  return yes<Said>(
    ...passedOn(state, objection.id),
    { type: 'consent.exploring', move: 'hear', focus: objection.id },
    undoable('hearing', { who: { person: objection.by } }),
  )
}

function works(state: Consent, move: Move): Verdict<Said> {
  if (state.step.stage !== 'objections') return no('not_now')
  const { step } = state
  const passed = passedOn(state, null)
  const heard = new Set(passed.flatMap((e) => (e.type === 'objection.now' ? e.ids : [])))
  const next = move === 'hear' ? [] : ids(state.objections, (o) => o.status === 'understood' || heard.has(o.id))
  const focus = move === 'hear' ? step.focus : null
  if (step.move === move && step.focus === focus && passed.length + next.length === 0) return yes()
  return yes<Said>(
    ...passed,
    ...now(state, next, 'integrating'),
    { type: 'consent.exploring', move, focus },
    undoable('working', { move: { say: `move.${move}` } }),
  )
}

/** Raised now, or raised again if a wording was to meet it. */
function raised(state: Consent, person: PersonId, recordedBy: PersonId | null, phrase: string): Said {
  const again = state.objections.find((o) => o.by === person && isAlive(o))
  if (again) return { type: 'objection.reopened', id: again.id, version: version(state), phrase }
  const top = state.objections.reduce((most, o) => Math.max(most, Number(o.id.slice(1))), 0)
  return { type: 'objection.raised', id: `o${top + 1}`, by: person, recordedBy, version: version(state), phrase }
}

/** Everyone's moment to say "I have one too", once the others were heard. */
function raises(state: Consent, command: Of<'objection.raise'>, around: Around): Verdict<Said> {
  const person = command.for ?? around.actor
  const seat = around.seats.find((s) => s.person === person)
  const { answers } = state
  if (person !== around.actor && !records(around)) return no('not_for_others')
  if (!seat) return no('unknown_person')
  if (seat.as !== 'member') return no('no_consent_right', { who: { person } })
  if (seat.attendance !== 'present') return no('not_here', { who: { person } })
  if (state.step.stage !== 'objections' || !answers) return no('not_now')
  if (state.objections.some((o) => o.by === person && isOpen(o))) return no('answered_already', { who: { person } })
  const recordedBy = person === around.actor ? null : around.actor
  const how = recordedBy ? 'recorded' : seat.remote ? 'remote' : 'self'
  const late = answers.given[person]?.late ?? (seat.here ?? 0) > answers.put
  const position = { is: 'objection', words: command.words } as const
  return yes<Said>(
    { type: 'consent.answered', person, position, recordedBy, how, late },
    raised(state, person, recordedBy, command.words),
    ...(recordedBy && steers(around) ? [undoable('recorded_objection', { who: { person } })] : []),
  )
}

function writes(state: Consent, o: Objection, command: Of<'objection.write'>, around: Around): Verdict<Said> {
  if (around.actor !== o.by && !records(around)) return no('not_yours')
  if (!isAlive(o) || (state.step.stage !== 'acknowledge' && state.step.stage !== 'objections')) return no('not_now')
  const { phrase, reason, aim, effect } = command
  if (o.phrase === phrase && o.reason === reason && o.aim === aim && o.effect === effect) return yes()
  const heard = reason !== '' && state.step.stage === 'objections' && unheard.includes(o.status) ? [o.id] : []
  return yes<Said>(
    { type: 'objection.written', id: o.id, phrase, reason, aim, effect },
    ...now(state, heard, 'understood'),
  )
}

/** Only its owner ends an objection; facilitator and secretary may record that they said so. */
function withdraws(state: Consent, o: Objection, who: PersonId | null, around: Around): Verdict<Said> {
  const said = around.actor === o.by ? who === null || who === o.by : who === o.by && records(around)
  if (!said) return no('not_yours')
  if (!isAlive(o)) return yes()
  if (state.step.stage !== 'objections') return no('not_now')
  if (o.status === 'raised' || o.status === 'reopened') return no('hear_first', { who: { people: [o.by] } })
  const events = now(state, [o.id], 'withdrawn')
  return around.actor === o.by ? yes(...events) : yes<Said>(...events, undoable('withdrawn', { who: { person: o.by } }))
}

function hints(state: Consent, o: Objection, command: Of<'objection.meets'>, around: Around): Verdict<Said> {
  const own = around.actor === o.by || (command.for === o.by && records(around))
  if (!own) return no('not_yours')
  if (state.step.stage !== 'objections' || !isAlive(o)) return no('not_now')
  return o.meets === command.meets ? yes() : yes({ type: 'objection.meets', id: o.id, meets: command.meets })
}

function marks(state: Consent, o: Objection, as: Of<'objection.mark'>['as']): Verdict<Said> {
  if (state.step.stage !== 'objections' || !isOpen(o)) return no('not_now')
  return o.status === as ? yes() : yes<Said>(...now(state, [o.id], as), undoable('marked', { who: { person: o.by } }))
}

/** Objections as work: heard, understood, integrating; the fresh round ends them, or their owner. */
export function decideObjecting(state: Consent, command: Objecting, around: Around): Verdict<Said> {
  if (command.type === 'objection.raise') return raises(state, command, around)
  if (command.type === 'objection.work') return steers(around) ? works(state, command.move) : no('not_facilitator')
  const objection = state.objections.find((o) => o.id === command.objection)
  if (!objection) return no('unknown_objection')
  switch (command.type) {
    case 'objection.write':
      return writes(state, objection, command, around)
    case 'objection.withdraw':
      return withdraws(state, objection, command.for, around)
    case 'objection.meets':
      return hints(state, objection, command, around)
    case 'objection.hear':
      return steers(around) ? hears(state, objection) : no('not_facilitator')
    case 'objection.mark':
      return steers(around) ? marks(state, objection, command.as) : no('not_facilitator')
    case 'objection.ways':
      if (!steers(around)) return no('not_facilitator')
      if (!isAlive(objection)) return no('not_now')
      if (objection.ways.join() === command.ways.join()) return yes()
      return yes<Said>(
        { type: 'objection.ways', id: objection.id, ways: command.ways },
        undoable('marked', { who: { person: objection.by } }),
      )
  }
}
