/** One place to change: `find` stands in the file exactly once. */
export interface Edit {
  readonly file: string
  readonly find: string
  readonly put: string
}

/** A mistake to be planted in a copy; `also` where one place alone would not let it through. The tests must turn red. */
export interface Bug extends Edit {
  readonly name: string
  readonly also?: Edit
  /** Arguments for vitest: projects and names of files. */
  readonly tests: readonly string[]
}

const laws = ['--project', 'laws']
const rules = ['--project', 'rules', '--project', 'scenarios']

export const bugs: readonly Bug[] = [
  {
    name: 'that somebody changed their sealed answer is told',
    file: 'shared/processes/consent/answering.ts',
    find: 'return said.seen ? yes<Said>(given(seat, null, state, around), said.sealed) : yes<Said>(said.sealed)',
    put: 'return yes<Said>(given(seat, null, state, around), said.sealed)',
    tests: laws,
  },
  {
    name: 'whoever leaves as the last who had not answered opens the sealed answers',
    file: 'shared/processes/consent/attend.ts',
    find: '  const turns = round ? attendTurns(round, around, asked(state, around)) : []\n',
    put: `  const turns = round ? attendTurns(round, around, asked(state, around)) : []
  const { slot = null } = state.answers ?? {}
  if (slot && state.answers && missing(state.answers, around.seats).length === 0 && around.sealed[slot])
    return [{ type: 'answers.opened', answers: around.sealed[slot] as never }]\n`,
    tests: laws,
  },
  {
    name: 'an answer that nobody has opened and that is lost still counts',
    file: 'shared/processes/consent/index.ts',
    find: 'answers: unread(answers, of)',
    put: 'answers: unread(answers, of.slice(0, 0))',
    tests: laws,
  },
  {
    name: 'a sentence that is told has no words',
    file: 'shared/text/en/script.ts',
    find: "'did.hearing'",
    put: "'did.hearing_them'",
    tests: laws,
  },
  {
    name: 'an item opens with what its process may not be begun with',
    file: 'shared/processes/consent/index.ts',
    find: '({ author: lead, fields: draft })',
    put: '({ author: lead, fields: { ...draft, why: null as never } })',
    tests: laws,
  },
  {
    name: 'a sealed answer is sent to everyone',
    file: 'shared/meeting/view.ts',
    find: "if (event.type === 'sealed') return person !== null && event.only.includes(person) ? [event] : []",
    put: "if (event.type === 'sealed') return [event]",
    tests: laws,
  },
  {
    name: 'how often somebody changed what is destroyed is sent to everyone',
    file: 'shared/meeting/view.ts',
    find: 'return [gone]',
    put: 'return [event]',
    tests: laws,
  },
  {
    name: 'what was opened is forgotten when its sealed copy goes',
    file: 'shared/parts/answers.ts',
    find: 'g.position !== null || !of.includes(p)',
    put: '!of.includes(p)',
    tests: laws,
  },
  {
    name: 'a facilitator replaces what somebody sealed by their own hand',
    file: 'shared/parts/secret.ts',
    find: 'return person !== around.actor && mark !== undefined',
    put: 'return false && mark !== undefined',
    tests: rules,
  },
  {
    name: 'a newcomer is sent the sealed answers with the state',
    file: 'shared/meeting/view.ts',
    find: 'sealed: own(run.sealed, viewer)',
    put: 'sealed: run.sealed',
    tests: laws,
  },
  {
    name: 'answers are kept when the wording changes',
    file: 'shared/parts/answers.ts',
    find: 'recheck && answers ? recheck.reduce((given, p) => drop(given, p), answers.given) : {}',
    put: 'answers ? (recheck ?? []).reduce((given, p) => drop(given, p), answers.given) : {}',
    also: {
      file: 'shared/processes/consent/evolve.ts',
      find: '{ ...archived(state), wording, frozen: meta.seq, ask: meta.seq }',
      put: '{ ...state, wording, frozen: meta.seq, ask: meta.seq }',
    },
    tests: rules,
  },
  {
    name: 'silence counts as consent',
    file: 'shared/parts/answers.ts',
    find: 'return answers.required.filter((p) => present.has(p) && !(p in answers.given) &&',
    put: 'return answers.required.filter((p) => !present.has(p) && !(p in answers.given) &&',
    tests: rules,
  },
  {
    name: 'the facilitator ends the objection of somebody else',
    file: 'shared/processes/consent/objecting.ts',
    find: 'who === o.by && records(around)',
    put: 'records(around)',
    tests: rules,
  },
  {
    name: 'a late tap counts for the next question',
    file: 'shared/meeting/running.ts',
    find: "if (command.ask !== run.state.ask) return no('moved_on')",
    put: '',
    tests: rules,
  },
  {
    name: 'an answer replaces one its owner had not seen',
    file: 'shared/processes/consent/answering.ts',
    find: 'if (command.replaces !== standing(who, around))',
    put: 'if (command.replaces === -1)',
    tests: rules,
  },
  {
    name: 'guests are asked for consent',
    file: 'shared/processes/consent/asking.ts',
    find: "around.seats.filter((s) => s.as === 'member').map((s) => s.person)",
    put: 'around.seats.map((s) => s.person)',
    tests: laws,
  },
  {
    name: 'an undo reaches behind what others did since',
    file: 'shared/meeting/undo.ts',
    find: 'light: 0, from: before, state: before } : null',
    put: 'light: 0, from: before, state: before } : back',
    tests: rules,
  },
  {
    name: 'a repeated command is done twice',
    file: 'server/host/plan.ts',
    find: 'if (seq !== undefined) return { ok: true, seq, replayed: true }',
    put: '',
    tests: ['--project', 'live', 'host'],
  },
  {
    name: 'yes is said before it is on disk',
    file: 'server/host.ts',
    find: '    const answers = await append(writing)',
    put: '    for (const one of full) settle(one)\n    const answers = await append(writing)',
    tests: ['--project', 'live', 'host'],
  },
  {
    name: 'what the disk refused stays in memory',
    file: 'server/host.ts',
    find: 'for (const one of writing) if (!lost.has(one)) announce(one)',
    put: 'for (const one of writing) announce(one)',
    tests: ['--project', 'live', 'host'],
  },
  {
    name: 'a state that one person sees alone is kept for everyone',
    file: 'server/live/encoded.ts',
    find: 'encode(makers[how](fold, null))',
    put: 'encode(makers[how](fold, person))',
    also: {
      file: 'server/live/encoded.ts',
      find: 'if (person !== null && seesMore(fold, person)) return',
      put: 'if (person === null && seesMore(fold, "")) return',
    },
    tests: ['--project', 'live', 'encoded'],
  },
  {
    name: 'whoever is removed goes on hearing',
    file: 'server/live/leaving.ts',
    find: 'for (const as of lost) followers.unfollow(follower, as, stream)\n        if',
    put: 'if',
    tests: ['--project', 'live', 'circles'],
  },
  {
    name: 'a stream takes more than it can hold',
    file: 'server/host/plan.ts',
    find: 'if (!isTaken && isFull(course, parts.bounds))',
    put: 'if (!isTaken && isFull(course, { entries: 1e9, text: 1e9 }))',
    tests: ['--project', 'live', 'full'],
  },
  {
    name: 'the database does not flush',
    file: 'server/store/sqlite/open.ts',
    find: 'PRAGMA synchronous = FULL;',
    put: 'PRAGMA synchronous = NORMAL;',
    tests: ['--project', 'store'],
  },
]
