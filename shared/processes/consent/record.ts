import { kept } from '../../parts/objections.ts'
import { filling, toWhom } from '../../parts/phrase.ts'
import { latest } from '../../parts/wording.ts'
import type { Saying } from '../../types.ts'
import type { ConsentGiven, Decided, MinutesLine, Outcome } from '../process.ts'
import type { Consent } from './types.ts'

function consentSet(state: Consent, absent: readonly string[]): readonly ConsentGiven[] {
  const { answers } = state
  if (!answers) return []
  return answers.required.flatMap((person): readonly ConsentGiven[] => {
    const given = answers.given[person]
    if (given)
      return [{ person, answer: 'no objection', how: given.how, recordedBy: given.recordedBy, late: given.late }]
    if (!absent.includes(person)) return []
    return [{ person, answer: 'absent', how: 'absent', recordedBy: null, late: false }]
  })
}

function decided(state: Consent): Decided | null {
  const version = latest(state.wording)
  if (state.step.stage !== 'decided' || !version) return null
  const { effect, absent, facilitator, guests } = state.step
  return {
    title: '',
    kind: 'policy',
    effect,
    version: version.n,
    fields: version.fields,
    versions: state.wording.versions.map(({ n, fields, meets }) => ({ n, fields, meets })),
    consent: consentSet(state, absent),
    objections: state.objections.map(kept),
    absentHours: absent.length > 0 ? state.absentHours : 0,
    facilitator,
    guests,
  }
}

/** What the item leaves; the meeting puts its title on the decision. */
export function outcome(state: Consent): Outcome | null {
  if (state.step.stage === 'ended') return { kind: state.step.how, next: state.step.next, adds: [] }
  const one = decided(state)
  return one && { kind: 'decided', next: null, adds: [{ type: 'decision', decision: one }] }
}

function line(id: string, params: Saying['with'] = {}, words?: string): MinutesLine {
  const say = { id: `minutes.${id}`, with: params }
  return words === undefined ? { say } : { say, words }
}

function noted(state: Consent): readonly MinutesLine[] {
  return state.notes.flatMap((note) => [
    line(`note_${note.kind}`, {}, note.text),
    ...(note.answer === '' ? [] : [line('note_answer', {}, note.answer)]),
  ])
}

function objected(state: Consent): readonly MinutesLine[] {
  return state.objections.flatMap((o) => {
    const who = { who: { person: o.by }, version: o.raisedOn }
    const ways = o.ways.map((way) => line('way', { way: { say: `way.${way}` } }))
    const end = line(`objection_${o.status}`, { who: { person: o.by }, version: o.answeredIn ?? o.raisedOn })
    return [
      line('objection', who, o.phrase),
      ...(['reason', 'aim', 'effect'] as const).flatMap((which) =>
        o[which] === '' ? [] : [line(`objection_${which}`, {}, o[which])],
      ),
      ...ways,
      end,
    ]
  })
}

function worded(state: Consent): readonly MinutesLine[] {
  return state.wording.versions.map((v) => line('version', { version: v.n }, v.fields.text))
}

function concluded(state: Consent): readonly MinutesLine[] {
  const { step, answers } = state
  if (step.stage === 'decided') {
    const heard = Object.keys(answers?.given ?? {})
    return [
      line('consented', { who: { people: heard }, version: answers?.version ?? 0 }),
      ...(step.absent.length > 0
        ? [line('may_object', { who: { people: step.absent }, hours: state.absentHours })]
        : []),
      line(`effect_${step.effect}`),
    ]
  }
  if (step.stage !== 'ended') return []
  const { next, how } = step
  if (!next) return [line(`ended_${how}`)]
  return [
    next.who === null
      ? line(`ended_${how}_open`, { when: filling(next.when) })
      : line(`ended_${how}`, { when: filling(next.when), who: { person: next.who } }),
    ...(next.words === '' ? [] : [line('next_step', { to: toWhom(next) }, next.words)]),
  ]
}

/** How it came about: what was noted, every wording, every objection and its end, the result. */
export function minutes(state: Consent): readonly MinutesLine[] {
  return [...noted(state), ...worded(state), ...objected(state), ...concluded(state)]
}
