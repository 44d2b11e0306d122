import Type, { type Static, type TObject, type TProperties } from 'typebox'

/** Ids as they come from outside. Rules never look inside an id. */
export const PersonRef = Type.String({ pattern: '^p_[a-z2-7]{16}$' })
export const CircleRef = Type.String({ pattern: '^c_[a-z2-7]{16}$' })
export const MeetingRef = Type.String({ pattern: '^m_[a-z2-7]{16}$' })
export const ItemRef = Type.String({ pattern: '^i[0-9]{1,4}$' })
export const ProcessRef = Type.String({ pattern: '^i[0-9]{1,4}\\.[0-9]{1,4}$' })
export const BacklogRef = Type.String({ pattern: '^b[0-9]{1,5}$' })
export const ObjectionRef = Type.String({ pattern: '^o[0-9]{1,4}$' })
export const NoteRef = Type.String({ pattern: '^n[0-9]{1,4}$' })
export const DecisionRef = Type.String({ pattern: '^d[0-9]{1,5}$' })
export const SeqNo = Type.Integer({ minimum: 0, maximum: 1_000_000 })
export const DayText = Type.String({ pattern: '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' })

/** Text from people. The gate cleans it and holds it to the limits of its kind. */
export const TitleText = Type.String({ text: 'title' })
export const LineText = Type.String({ text: 'line' })
export const NoteText = Type.String({ text: 'note' })
export const ProposalText = Type.String({ text: 'proposal' })

const Nothing = Type.Unsafe<Readonly<Record<string, never>>>(Type.Object({}, { additionalProperties: false }))
/** When something goes on: in somebody's words, or as everyone reads it in their own language. */
export const WhenText = Type.Union([
  LineText,
  Type.Object({ id: Type.Literal('when.next_meeting'), with: Nothing }, { additionalProperties: false }),
])

export const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A strict object with its discriminating `type`. */
export function command<Name extends string, Fields extends TProperties>(type: Name, fields: Fields) {
  return Type.Object({ type: Type.Literal(type), ...fields }, { additionalProperties: false }) as TObject<
    { type: Type.TLiteral<Name> } & Fields
  >
}

/** Every command to a process names the process and what it answers there. */
export const Aim = { process: ProcessRef, ask: SeqNo }
/** A turn command names the turn it means as well. */
export const AimTurn = { ...Aim, turn: SeqNo }

export const DirectionRef = Type.Union([Type.Literal(1), Type.Literal(-1)])
/** Who starts and which way round; null leaves it to the rotation. */
export const Begin = { start: OrNull(PersonRef), direction: OrNull(DirectionRef) }

export const FieldsSchema = Type.Object(
  {
    text: ProposalText,
    why: NoteText,
    by: OrNull(PersonRef),
    until: OrNull(DayText),
    review: OrNull(DayText),
    measure: NoteText,
    atEnd: Type.Union([Type.Literal('stays'), Type.Literal('stops')]),
  },
  { additionalProperties: false },
)

export const TurnSchemas = [
  command('turn.done', AimTurn),
  command('turn.pass', AimTurn),
  command('turn.later', AimTurn),
  command('turn.skip', AimTurn),
  command('turn.give', { ...Aim, to: PersonRef }),
  command('turn.unpass', { ...Aim, for: OrNull(PersonRef) }),
  command('turn.back', Aim),
  command('turn.move', { ...Aim, person: PersonRef, by: DirectionRef }),
  command('turn.invite', { ...Aim, person: PersonRef }),
  command('round.pause', Aim),
  command('round.resume', Aim),
  command('round.heard', { ...Aim, over: Type.Array(PersonRef, { maxItems: 500, uniqueItems: true }) }),
  command('round.end', Aim),
  command('round.restart', { ...Aim, reason: LineText }),
  command('round.close', Aim),
] as const
export type TurnCommand = Static<(typeof TurnSchemas)[number]>

export const NoteKind = Type.Union([
  Type.Literal('question'),
  Type.Literal('point'),
  Type.Literal('exploration'),
  Type.Literal('idea'),
])

export const NoteSchemas = [
  command('note.write', { ...Aim, note: OrNull(NoteRef), kind: NoteKind, text: NoteText, answer: NoteText }),
  command('note.remove', { ...Aim, note: NoteRef }),
] as const
export type NoteCommand = Static<(typeof NoteSchemas)[number]>

export const WordingSchemas = [
  command('wording.take', Aim),
  command('wording.write', { ...Aim, fields: FieldsSchema, over: SeqNo }),
  command('wording.leave', Aim),
] as const
export type WordingCommand = Static<(typeof WordingSchemas)[number]>

/** The ways to meet an objection (`domain.md` 4.4); the first three are offered first. */
export const WayRef = Type.Union([
  Type.Literal('amend'),
  Type.Literal('shorten'),
  Type.Literal('measure'),
  Type.Literal('pilot'),
  Type.Literal('condition'),
  Type.Literal('split'),
  Type.Literal('responsibility'),
  Type.Literal('information'),
  Type.Literal('defer'),
  Type.Literal('replace'),
])

const On = { ...Aim, objection: ObjectionRef }
const For = { for: OrNull(PersonRef) }

export const ObjectionSchemas = [
  command('objection.raise', { ...Aim, words: NoteText, ...For }),
  command('objection.hear', On),
  command('objection.write', { ...On, phrase: NoteText, reason: NoteText, aim: NoteText, effect: NoteText }),
  command('objection.mark', {
    ...On,
    as: Type.Union([Type.Literal('heard'), Type.Literal('understood'), Type.Literal('integrating')]),
  }),
  command('objection.ways', { ...On, ways: Type.Array(WayRef, { maxItems: 10, uniqueItems: true }) }),
  command('objection.meets', { ...On, meets: Type.Boolean(), ...For }),
  command('objection.withdraw', { ...On, ...For }),
  command('objection.work', {
    ...Aim,
    move: Type.Union([Type.Literal('hear'), Type.Literal('ideas'), Type.Literal('wording')]),
  }),
] as const
