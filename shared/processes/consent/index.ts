import { type Answers, unread } from '../../parts/answers.ts'
import { lightNotes, predictableNotes } from '../../parts/notes.ts'
import { isAlive, kept } from '../../parts/objections.ts'
import { roundOf } from '../../parts/round.ts'
import { predictableTurns } from '../../parts/turns-rules.ts'
import { no, yes } from '../../refusals.ts'
import type { PersonId } from '../../types.ts'
import type { At, Process } from '../process.ts'
import { attend } from './attend.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { minutes, outcome } from './record.ts'
import { reasons } from './refusals.ts'
import type { Command, Consent, ConsentEvent, Setup } from './types.ts'

const predicted: ReadonlySet<Command['type']> = new Set([
  ...predictableTurns,
  ...predictableNotes,
  'consent.answer',
  'wording.take',
  'wording.write',
  'wording.leave',
  'objection.hear',
  'objection.work',
  'objection.write',
  'objection.meets',
  'objection.ways',
])

function at(state: Consent): At {
  const { step, answers } = state
  const round = roundOf(step)
  const speaking = round?.stage === 'running' && round.speaking ? [round.speaking.person] : []
  const isOpen = (p: PersonId, { given, notReady, aside }: Answers) =>
    !(p in given || p in notReady || aside.includes(p))
  const open = answers?.required.filter((p) => isOpen(p, answers)) ?? []
  const asked = step.stage === 'consent' && !round ? open : speaking
  return { step: step.stage, round, asked, busy: step.stage !== 'decided' && step.stage !== 'ended' }
}

export const consent: Process<'consent', Setup, Consent, Command, ConsentEvent> = {
  kind: 'consent',
  on: ['decide'],
  tells: new Set(['answers.opened']),
  final: new Set(['consent.announced']),
  light: new Set([...lightNotes, 'wording.taken', 'wording.left']),
  agreeable: new Set(['consent.drop']),
  reasons,
  opens: ({ lead, draft }) => ({ author: lead, fields: draft }),
  begin(setup, around) {
    if (!around.seats.some((s) => s.person === setup.author)) return no('unknown_person')
    return yes({ type: 'consent.presented', author: setup.author, fields: setup.fields })
  },
  decide,
  attend,
  evolve,
  at,
  predictable(state, command, me) {
    // What is entered into sealed answers for someone is theirs alone, also on the screen it was entered on.
    const another = command.type === 'consent.answer' && (command.for ?? me) !== me
    return predicted.has(command.type) && !(another && state.answers?.slot)
  },
  abandon: () => [],
  lost(state, { slot, of }) {
    const { answers } = state
    return answers && answers.slot === slot ? { ...state, answers: unread(answers, of) } : state
  },
  outcome,
  minutes,
  words: (state) => state.wording.draft,
  // Their objections and versions travel as they are; a later version begins from them.
  carry: ({ objections, wording: { versions } }, earlier) => ({
    objections: objections.filter((o) => isAlive(o) || o.status === 'carried').map((o) => ({ ...kept(o) })),
    versions: versions.map(({ n, fields, meets }) => ({ n, fields: { ...fields }, meets })),
    earlier,
  }),
  objects: (state, person) =>
    state.answers?.given[person]?.position?.is === 'objection' ||
    state.objections.some((o) => o.by === person && isAlive(o)),
}
