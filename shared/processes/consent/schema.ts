import Type, { type Static } from 'typebox'
import {
  Aim,
  Begin,
  command,
  FieldsSchema,
  NoteSchemas,
  NoteText,
  ObjectionSchemas,
  OrNull,
  PersonRef,
  SeqNo,
  TurnSchemas,
  WhenText,
  WordingSchemas,
} from '../../parts/schema.ts'

export const SetupSchema = Type.Object({ author: PersonRef, fields: FieldsSchema }, { additionalProperties: false })
export type Setup = Static<typeof SetupSchema>

const For = { for: OrNull(PersonRef) }

export const AnswerSchema = Type.Union([
  Type.Object({ is: Type.Literal('none') }, { additionalProperties: false }),
  Type.Object({ is: Type.Literal('objection'), words: NoteText }, { additionalProperties: false }),
  Type.Object({ is: Type.Literal('not ready'), need: NoteText }, { additionalProperties: false }),
])

export const DropSchema = command('consent.drop', Aim)

const own = [
  command('consent.round', {
    ...Aim,
    round: Type.Union([
      Type.Literal('clarifying'),
      Type.Literal('reaction'),
      Type.Literal('exploration'),
      Type.Literal('ideas'),
    ]),
    ...Begin,
  }),
  command('consent.anything', Aim),
  command('consent.step', {
    ...Aim,
    to: Type.Union([Type.Literal('present'), Type.Literal('clarify'), Type.Literal('react'), Type.Literal('wording')]),
  }),
  command('consent.restate', Aim),
  command('consent.ask', {
    ...Aim,
    mode: OrNull(Type.Union([Type.Literal('spoken'), Type.Literal('simultaneous')])),
    ...Begin,
  }),
  command('consent.answer', {
    ...Aim,
    turn: OrNull(SeqNo),
    replaces: OrNull(SeqNo),
    answer: AnswerSchema,
    ...For,
  }),
  // At their own wish they count as absent for this decision.
  command('consent.absent', { ...Aim, ...For }),
  command('consent.open', Aim),
  command('consent.announce', Aim),
  command('consent.recheck', Aim),
  command('consent.defer', { ...Aim, when: WhenText, who: PersonRef, words: NoteText }),
  command('consent.refer', {
    ...Aim,
    to: Type.Union([Type.Literal('helping circle'), Type.Literal('other circle')]),
    words: NoteText,
    who: OrNull(PersonRef),
    when: WhenText,
  }),
  DropSchema,
  command('consent.withdraw', Aim),
] as const

export const ConsentSchemas = [...own, ...ObjectionSchemas, ...TurnSchemas, ...NoteSchemas, ...WordingSchemas] as const
export type Command = Static<(typeof ConsentSchemas)[number]>
