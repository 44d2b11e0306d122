import { processes } from '../../../shared/processes/index.ts'
import type { Around, Fields } from '../../../shared/processes/process.ts'
import { type PersonId, type Seat, type Settings, usual } from '../../../shared/types.ts'

const { consent, round } = processes

export const names = ['Lior', 'Mireille', 'Noor', 'Oskar', 'Pia', 'Chidi', 'Greta']

export function id(name: string): PersonId {
  return name.toLowerCase()
}

export const price: Fields = {
  text: 'Guest room costs 12 € a night from 1 May 2026. Term 12 months.',
  why: '',
  by: 'noor',
  until: '2027-04-30',
  review: '2027-04-30',
  measure: '',
  atEnd: 'stays',
}
export const choose: Fields = {
  ...price,
  text: 'Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From 1 May 2026, term 12 months.',
}

export function seatsOf(people: readonly string[], change: (name: string) => Partial<Seat> = () => ({})): Seat[] {
  return people.map((name) => ({
    person: id(name),
    as: 'member',
    attendance: 'present',
    remote: false,
    noDevice: false,
    here: 1,
    ...change(name),
  }))
}

/** 14 April 2026, at 20:20 in Brussels. */
export const evening = 1_776_190_800_000

type Rules = typeof consent | typeof round
type State<R extends Rules> = ReturnType<R['evolve']>
type Act = { readonly type: string; readonly [key: string]: unknown }

/** Plays commands through the real rules of one process, each in an entry of its own. */
export function playing<R extends Rules>(rules: R, setup: unknown, over: Partial<Around> = {}) {
  const place: Omit<Around, 'actor'> = {
    now: evening,
    seed: 1,
    unreachable: {},
    facilitator: 'lior',
    secretary: 'noor',
    seats: seatsOf(names),
    settings: usual satisfies Settings,
    lastRound: { start: 'mireille', direction: -1 },
    sealed: {},
    sealedLast: {},
    agreed: false,
    ...over,
  }
  let around = place
  let state: State<R> | null = null
  let seq = 10
  const sealed: Record<string, Record<PersonId, unknown>> = {}
  const sealedSeqs: Record<string, Record<PersonId, number[]>> = {}
  const any = rules as unknown as {
    begin(setup: unknown, around: Around): ReturnType<typeof consent.begin>
    decide(state: unknown, command: unknown, around: Around): ReturnType<typeof consent.decide>
    attend(state: unknown, around: Around): ReturnType<typeof consent.attend>
    evolve(state: unknown, event: unknown, meta: unknown): State<R>
  }

  function take(actor: PersonId, verdict: ReturnType<typeof consent.begin>): void {
    if (!verdict.ok) throw new Error(`refused: ${verdict.refusal.reason}`)
    seq += 1
    for (const event of verdict.events) {
      if (event.type === 'undoable') continue
      if (event.type === 'sealed') {
        sealed[event.slot] = { ...sealed[event.slot], [event.of]: event.apart }
        const seqs = sealedSeqs[event.slot]?.[event.of] ?? []
        sealedSeqs[event.slot] = { ...sealedSeqs[event.slot], [event.of]: [...seqs, seq] }
        continue
      }
      state = any.evolve(state, event, { seq, by: actor, at: evening + seq })
    }
  }
  const lastOf = (actor: PersonId) =>
    Object.fromEntries(Object.entries(sealedSeqs).map(([slot, { [actor]: seqs }]) => [slot, seqs?.at(-1) ?? 0]))
  const given = (actor: PersonId): Around => ({ ...around, actor, sealed, sealedLast: lastOf(actor) })
  take('lior', any.begin(setup, given('lior')))
  const play = {
    get state(): State<R> {
      return state as State<R>
    },
    get sealed() {
      return sealed
    },
    get sealedSeqs() {
      return sealedSeqs
    },
    get seats() {
      return around.seats
    },
    /** Aims the command at what stands now and carries it out. */
    by(actor: string, command: Act) {
      const aim = { process: 'i1.1', ask: (state as unknown as { ask: number }).ask }
      take(id(actor), any.decide(state, { ...aim, ...command }, given(id(actor))))
      return play
    },
    /** Who is here changes, and the process takes it in. */
    seated(change: (seat: Seat) => Seat) {
      around = { ...around, seats: around.seats.map(change) }
      take('lior', { ok: true, events: any.attend(state, given('lior')) })
      return play
    },
  }
  return play
}

export function proposing(over: Partial<Around> = {}) {
  return playing(consent, { author: 'lior', fields: price }, over)
}

/** The consent round on version 1, starting with Noor and going clockwise: Noor, Oskar, Pia, Chidi, Greta, Lior, Mireille. */
export function asking(mode: 'spoken' | 'simultaneous' = 'spoken', over: Partial<Around> = {}) {
  return proposing(over)
    .by('Lior', { type: 'consent.anything' })
    .by('Lior', { type: 'consent.ask', mode, start: 'noor', direction: 1 })
}

type Asked = ReturnType<typeof asking>

/** One person's spoken answer in their turn. */
export function answers(play: Asked, name: string, words?: string): Asked {
  const { step } = play.state
  const turn = step.stage === 'consent' && step.round ? step.round.turn : null
  const replaces = play.state.answers?.given[id(name)]?.seq ?? null
  const answer = words === undefined ? { is: 'none' } : { is: 'objection', words }
  return play.by(name, { type: 'consent.answer', turn, replaces, answer, for: null })
}

export function objecting(): Asked {
  const play = asking()
  for (const name of ['Noor', 'Oskar', 'Pia']) answers(play, name)
  answers(play, 'Chidi', 'Shuts out families with little money')
  for (const name of ['Greta', 'Lior']) answers(play, name)
  return answers(play, 'Mireille', 'Nobody collects it')
}
