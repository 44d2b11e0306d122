import Type, { type Static } from 'typebox'
import type { Streams } from '../../server/host/streams.ts'
import { no, yes } from '../../shared/refusals.ts'
import { opaque, type Seen, type Stream, type Typed, type Viewer } from '../../shared/stream.ts'
import type { Roles } from '../../shared/streams.ts'
import type { Entry, PersonId, StreamId } from '../../shared/types.ts'

const Person = Type.String({ pattern: '^p_[a-z2-7]{16}$' })
const strict = { additionalProperties: false }

function command<Name extends string, Fields extends Type.TProperties>(type: Name, fields: Fields) {
  return Type.Object({ type: Type.Literal(type), ...fields }, strict)
}

/** The smallest stream that has everything the host and live must carry: words, secrets, races, posts and mistakes. */
export const ParlourSchemas = [
  command('open', {
    people: Type.Array(Person, { maxItems: 500 }),
    facilitator: Type.Union([Person, Type.Null()]),
    circle: Type.Union([Type.String(), Type.Null()]),
  }),
  command('say', { text: Type.String({ text: 'note' }) }),
  command('whisper', { to: Person, text: Type.String({ text: 'line' }) }),
  command('claim', { n: Type.Integer({ minimum: 1 }) }),
  command('rest', {}),
  command('break', {}),
  command('greet', {}),
  command('tell', { text: Type.String({ text: 'line' }) }),
  command('look', {}),
  command('chair', { to: Type.Union([Person, Type.Null()]) }),
  command('close', {}),
  command('burn', { seq: Type.Integer() }),
] as const
export type ParlourCommand = Static<(typeof ParlourSchemas)[number]> | { readonly type: 'told'; readonly text: string }

export type ParlourEvent =
  | {
      readonly type: 'opened'
      readonly people: readonly PersonId[]
      readonly facilitator: PersonId | null
      readonly circle: StreamId | null
    }
  | { readonly type: 'said' | 'told'; readonly text: string }
  | { readonly type: 'whispered' }
  | { readonly type: 'sealed'; readonly only: readonly PersonId[]; readonly apart: string }
  | { readonly type: 'claimed'; readonly n: number }
  | { readonly type: 'greeted'; readonly said: number }
  | { readonly type: 'looked'; readonly gone: Readonly<Record<PersonId, number>>; readonly seed: number }
  | { readonly type: 'chaired'; readonly to: PersonId | null }
  | { readonly type: 'closed' }
  | { readonly type: 'burnt'; readonly destroys: readonly number[] }

export interface ParlourState {
  readonly people: readonly PersonId[]
  readonly facilitator: PersonId | null
  readonly circle: StreamId | null
  readonly said: readonly { readonly by: string; readonly text: string; readonly at: number }[]
  readonly sealed: readonly { readonly seq: number; readonly only: readonly PersonId[]; readonly text: string }[]
  readonly claimed: number
  readonly closed: boolean
}

const initial: ParlourState = {
  people: [],
  facilitator: null,
  circle: null,
  said: [],
  sealed: [],
  claimed: 0,
  closed: false,
}

/** Being told just this, it throws. */
export const mistaken = { at: '' }

export const parlour: Stream<ParlourState, ParlourCommand, ParlourEvent, ParlourCommand> = {
  initial,
  v: 1,
  upcast: (_, { v: __, ...entry }) => entry as Entry<ParlourEvent>,
  decide(state, command, ctx) {
    switch (command.type) {
      case 'open':
        return yes({ ...command, type: 'opened' as const })
      case 'say':
        return command.text === '' ? no('blank') : yes({ type: 'said', text: command.text })
      case 'told':
        if (command.text === mistaken.at) throw new Error('a mistake in a rule')
        return yes({ type: 'told', text: command.text })
      case 'tell':
        return yes(...command.text.split('|').map((text) => ({ type: 'said' as const, text })))
      case 'whisper':
        return yes({ type: 'whispered' }, { type: 'sealed', only: [command.to, ctx.actor], apart: command.text })
      case 'claim':
        return command.n === state.claimed + 1 ? yes({ type: 'claimed', n: command.n }) : no('moved_on')
      case 'rest':
        return yes()
      case 'break':
        throw new Error('a mistake in a rule')
      case 'greet':
        return yes({ type: 'greeted', said: (command as unknown as { basis: ParlourState }).basis.said.length })
      case 'look':
        return yes({ type: 'looked', gone: ctx.unreachable, seed: ctx.seed })
      case 'chair':
        return yes({ type: 'chaired', to: command.to })
      case 'close':
        return yes({ type: 'closed' })
      case 'burn':
        return yes({ type: 'burnt', destroys: [command.seq] })
    }
  },
  evolve(state, entry) {
    return entry.events.reduce((before, event) => after(before, event, entry), state)
  },
  seeEntry(entry, viewer) {
    const events: readonly ParlourEvent[] = entry.events.filter((event) => sees(event, viewer))
    return { ...entry, events } as Entry<ParlourEvent> as Seen<Entry<ParlourEvent>>
  },
  seeState(state, { person }) {
    const sealed = state.sealed.filter(({ only }) => person !== null && only.includes(person))
    const seen: ParlourState = { ...state, sealed }
    return seen as Seen<ParlourState>
  },
  seesMore: ({ sealed }, person) => sealed.some(({ only }) => only.includes(person)),
  still: (state) => state,
  from: () => null,
  posts(state, entry) {
    if (state.circle === null) return []
    return entry.events.flatMap((event, n) =>
      event.type === 'said'
        ? [{ to: state.circle ?? '', id: `${entry.seq}:${n}`, command: { type: 'told' as const, text: event.text } }]
        : [],
    )
  },
  predictable: (_, command) => command.type === 'say',
}

function after(state: ParlourState, event: ParlourEvent, { seq, by, at }: Entry<ParlourEvent>): ParlourState {
  switch (event.type) {
    case 'opened':
      return { ...state, people: event.people, facilitator: event.facilitator, circle: event.circle }
    case 'said':
    case 'told':
      return { ...state, said: [...state.said, { by, text: event.text, at }] }
    case 'sealed':
      return { ...state, sealed: [...state.sealed, { seq, only: event.only, text: event.apart }] }
    case 'claimed':
      return { ...state, claimed: event.n }
    case 'chaired':
      return { ...state, facilitator: event.to }
    case 'closed':
      return { ...state, closed: true }
    case 'burnt':
      return { ...state, sealed: state.sealed.filter(({ seq: at }) => !event.destroys.includes(at)) }
    default:
      return state
  }
}

function sees(event: ParlourEvent, { person }: Viewer): boolean {
  return event.type !== 'sealed' || (person !== null && event.only.includes(person))
}

/** Circles and meetings are both parlours here. */
export const parlours: Streams = {
  of: (kind) => (kind === 'circle' || kind === 'meeting' ? opaque(parlour) : null),
  needs(_, command, state) {
    if (command.type !== 'greet') return null
    return { stream: (state as ParlourState).circle ?? 'c_missing', held: () => [] }
  },
  ends: (_, { type }) => type === 'close',
  complete: (command, other) => ({ ...command, basis: other }) as Typed,
}

export function rolesOf(_: string, state: unknown): Roles | null {
  const { people, facilitator } = state as ParlourState
  return people.length === 0 ? null : { facilitator, secretary: null, people }
}
