import { unread } from '../../parts/answers.ts'
import { isAlive } from '../../parts/objections.ts'
import { no, yes } from '../../refusals.ts'
import type { Process } from '../process.ts'
import { attend } from './attend.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { minutes, outcome } from './record.ts'
import type { Command, Consent, ConsentEvent, Setup } from './types.ts'

export const consent: Process<'consent', Setup, Consent, Command, ConsentEvent> = {
  kind: 'consent',
  predictable: new Set([
    'consent.answer',
    'turn.done',
    'turn.pass',
    'turn.later',
    'turn.skip',
    'turn.give',
    'turn.unpass',
    'note.write',
    'note.remove',
    'wording.take',
    'wording.write',
    'wording.leave',
    'objection.hear',
    'objection.work',
    'objection.write',
    'objection.meets',
    'objection.ways',
  ]),
  begin(setup, around) {
    if (!around.seats.some((s) => s.person === setup.author)) return no('unknown_person')
    return yes({ type: 'consent.presented', author: setup.author, fields: setup.fields })
  },
  decide,
  attend,
  evolve,
  lost: (state) => (state.answers ? { ...state, answers: unread(state.answers) } : state),
  outcome,
  minutes,
  leaves: (state) => state.wording.draft,
  objects: (state, person) =>
    state.answers?.given[person]?.position?.is === 'objection' ||
    state.objections.some((o) => o.by === person && isAlive(o)),
}
