import type { RoundKind, Turns } from '../../shared/parts/turns.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { PersonId, Settings } from '../../shared/types.ts'
import { Play } from './play.ts'

/** Seats in circular order; Ana is the facilitator, Bo the secretary. */
export const six = ['ana', 'bo', 'cleo', 'dan', 'eva', 'finn'] as const
export const ladder = 'We buy a ladder for 200 €.'

/** A meeting of these people, everyone here but who is named as missing. */
export function opened(more: { missing?: readonly PersonId[]; settings?: Partial<Settings> } = {}): Play {
  const { missing = [], settings = {} } = more
  const play = new Play(six, 'ana', settings).calls('ana', 'Ladder', 'Bench')
  play.here(...six.filter((p) => p !== 'ana' && !missing.includes(p)))
  play.does('ana', { type: 'role.set', role: 'secretary', person: 'bo' })
  return play.does('ana', { type: 'meeting.open', item: null })
}

interface Going {
  readonly missing?: readonly PersonId[]
  readonly settings?: Partial<Settings>
  readonly round?: Exclude<RoundKind, 'consent'>
  readonly start?: PersonId | null
  readonly direction?: 1 | -1 | null
}

/** A round outside a decision: Bo, Cleo, Dan, Eva, Finn, Ana, unless told otherwise. */
export function talking(going: Going = {}): Play {
  const { round = 'reaction', start = 'bo', direction = 1 } = going
  const play = opened(going)
  play.does('ana', { type: 'item.add', title: 'Roof', kind: 'talk' })
  play.does('ana', { type: 'item.open', item: 'i3' })
  const setup = { round, prompt: '', start, direction }
  return play.does('ana', { type: 'process.begin', item: 'i3', kind: 'round', setup })
}

/** A decision on the ladder, presented. */
export function presented(going: Pick<Going, 'missing' | 'settings'> = {}): Play {
  const play = opened(going)
  const fields = { ...play.now.items[0]!.draft, text: ladder }
  play.does('ana', { type: 'item.draft', item: 'i1', fields, over: 0 })
  return play.does('ana', { type: 'item.open', item: 'i1' })
}

/** Consent to it is asked for: Bo, Cleo, Dan, Eva, Finn, Ana. */
export function asked(
  mode: 'spoken' | 'simultaneous' = 'spoken',
  going: Pick<Going, 'missing' | 'settings'> = {},
): Play {
  const play = presented(going).does('ana', { type: 'consent.anything' })
  const start = mode === 'spoken' ? 'bo' : null
  return play.does('ana', { type: 'consent.ask', mode, start, direction: 1 })
}

/** Everyone has answered in turn; who is named objects with these words. */
export function answered(play: Play, objecting: Readonly<Record<PersonId, string>> = {}): Play {
  for (let i = 0; i < 50; i++) {
    const { step } = play.consent
    const speaking = step.stage === 'consent' ? step.round?.speaking : null
    if (!speaking) return play
    play.says(speaking.person, objecting[speaking.person] ?? null)
  }
  throw new Error('the round does not end')
}

/** The result of the first round: these object. */
export function objected(objecting: Readonly<Record<PersonId, string>> = { dan: 'it will be stolen' }): Play {
  return answered(asked(), objecting)
}

/** The next wording put to everyone, after every open objection was heard. */
export function putAgain(play: Play, text: string): Play {
  for (const o of play.consent.objections) {
    if (o.status === 'raised' || o.status === 'reopened') play.does('ana', { type: 'objection.hear', objection: o.id })
  }
  play.does('ana', { type: 'objection.work', move: 'wording' })
  const { draft, written } = play.consent.wording
  play.does('ana', { type: 'wording.write', fields: { ...draft, text }, over: written })
  return play.does('ana', { type: 'consent.ask', mode: 'spoken', start: null, direction: null })
}

export function turns(play: Play): Turns {
  const run = play.item.runs.at(-1)
  const round = run ? processOf(run.kind).at(run.state).round : null
  if (!round) throw new Error('no round')
  return round
}

/** Who speaks, and after them who is still to be asked, in order. */
export function ahead(play: Play): readonly PersonId[] {
  const { speaking, queue } = turns(play)
  return [...(speaking ? [speaking.person] : []), ...queue.map((w) => w.person)]
}

/** So many turns end with "done", by whoever has them. */
export function done(play: Play, count: number): Play {
  for (let i = 0; i < count; i++) play.does(turns(play).speaking!.person, { type: 'turn.done' })
  return play
}

export function marks(play: Play, person: PersonId, attendance: 'present' | 'out' | 'left' | 'absent'): Play {
  return play.does('ana', { type: 'seat.mark', person, attendance, confirmed: true })
}
